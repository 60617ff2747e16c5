/**
 * On every response, errors included (OWASP Secure Headers). A page that a browser shows replaces the content policy with its own.
 *
 * No X-Frame-Options: Teams shows pages in frames, and `frame-ancestors` says whose.
 */
export const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
} as const;
