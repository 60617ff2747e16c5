const form = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{1,62}$/u;

/** A domain as people and files write it, made comparable: small letters, without `https://`, `www.` and what follows. Undefined when it is none. */
export function domainName(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/.]+$/, '');
  return name.length <= 253 && form.test(name) ? name : undefined;
}
