import { z } from 'zod';

/** The app that the measured servers are, where tokens are asked for. */
export const benchApp = '33333333-3333-4333-8333-333333333333';

const Trust = z.object({ openIdMetadataUrl: z.string(), issuer: z.string() });
export type BenchTrust = z.infer<typeof Trust>;

/** Whose tokens a measured server verifies, told by whoever started it. */
export function benchTrust(): BenchTrust {
  return Trust.parse(JSON.parse(process.argv[2] ?? ''));
}
