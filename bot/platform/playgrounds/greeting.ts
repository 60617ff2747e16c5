import type { LocalCompany } from './people.ts';
import { nameOf } from './people.ts';
import type { Playground } from './start-playgrounds.ts';

/** The lines that say where to go after a start in local mode, in columns. */
export function greeting(playgrounds: readonly Playground[]): readonly string[] {
  const rows = playgrounds.map(({ company, address }) => ({ who: whoSits(company), address }));
  const width = Math.max(...rows.map(({ who }) => who.length));
  return ['Open one of these in a browser and say hello:', '', ...rows.map(({ who, address }) => `  ${who.padEnd(width)}   ${address}`), ''];
}

function whoSits(company: LocalCompany): string {
  const who = company.side === 'partner' ? 'the partner' : 'a customer';
  return `${who}: ${nameOf(company.currentUser)}, ${company.name}`;
}
