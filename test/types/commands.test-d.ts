import { handlers } from '../../bot/commands/handlers.ts';
import type { Execute, Result } from '../../domain/commands.ts';
import type { RedeemProductKeys } from '../../domain/product-keys/redemption.ts';

const { 'redeem-product-keys': _forgotten, ...others } = handlers;
// @ts-expect-error a command without a handler does not compile
export const incomplete: typeof handlers = others;

export const mistaken: typeof handlers = {
  ...handlers,
  // @ts-expect-error the handler of another command does not compile
  'redeem-product-keys': handlers['mark-checklist'],
};

export async function told(execute: Execute, command: RedeemProductKeys): Promise<string> {
  const result = await execute(command);
  // @ts-expect-error an outcome is read only where it is known that there is one
  const early: unknown = result.outcome;
  if (result.kind === 'refused') return result.refusal.kind;
  const { purpose }: { purpose: 'new-subscription' | 'more-users' | 'renewal' } = result.outcome;
  return `${purpose} ${String(early)}`;
}

export function everyAnswer(result: Result<'choose-language'>): string {
  // A command that cannot be refused has no refusal to read.
  if (result.kind === 'refused') return result.refusal;
  return result.outcome.language;
}
