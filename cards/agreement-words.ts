import type { Agreement } from '../domain/shared/agreements.ts';
import type { Say } from './messages/say.ts';

/** Which agreement, and of which day the text is that is meant. The name is data; Microsoft puts no date on it. */
export function agreementWords(say: Say, { name, checkedOn }: Pick<Agreement, 'name' | 'checkedOn'>): string {
  return [name, say('redeem.agreement-as-known', checkedOn)].join(' · ');
}
