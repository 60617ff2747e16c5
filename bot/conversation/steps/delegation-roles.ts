import { z } from 'zod';
import { delegationRolesCard } from '../../../cards/delegation.card.ts';
import { plain } from '../../../cards/kit.ts';
import { RoleId, relationshipNameId } from '../../../domain/delegated-admin/records.ts';
import { delegationRoles, isGlobalAdministrator, roleOf } from '../../../domain/delegated-admin/roles.ts';
import { folded } from '../../../domain/shared/queries.ts';
import type { FieldProblem } from '../../../cards/form.ts';
import { isGdap } from '../offers/making.ts';
import type { OfferAnswers } from '../offers/making.ts';
import { form } from '../flow.ts';
import type { At, Step } from '../flow.ts';

const longestName = 50;
const usualDays = 365;
const mostProposals = 50;

const Name = z
  .string()
  .transform((text) => plain(text).replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(longestName));
const Roles = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((id) => id.trim()))].filter((id) => id !== ''))
  .pipe(z.array(RoleId.refine((id) => roleOf(id) !== undefined)).min(1));

/** Today's form of delegated administration (GDAP): least-privilege roles, days, a name that nobody has, extension. */
export const delegationRolesStep: Step<OfferAnswers> = form<OfferAnswers>()({
  id: 'roles',
  when: isGdap,
  inputs: z.object({ roles: Roles, days: z.coerce.number().int().min(1).max(730), name: Name, autoExtends: z.enum(['true', 'false']).default('false') }),
  wrong: { roles: 'offer.roles-missing', days: 'offer.days-wrong', name: 'offer.name-wrong', autoExtends: 'form.not-understood' },
  look: async (at) => ({ proposed: await proposedName(at, at.answers.customer?.name) }),
  known: ({ answers: { roles } }, { proposed }) => ({
    roles: roles?.roles.join(','),
    days: String(roles?.days ?? usualDays),
    name: roles?.name ?? proposed,
    autoExtends: String(roles?.autoExtends ?? false),
  }),
  judge: async ({ roles, days, name, autoExtends }, at, _facts, draft) => {
    const extended = autoExtends === 'true';
    const problems: readonly FieldProblem[] = [
      ...(extended && roles.some(isGlobalAdministrator) ? [{ field: 'autoExtends', text: at.say('offer.extend-wrong') }] : []),
      ...((await isTaken(at, name)) ? [{ field: 'name', text: at.say('offer.name-taken', name) }] : []),
    ];
    if (problems.length > 0) return { kind: 'problems', answers: {}, draft, problems };
    return { kind: 'taken', answers: { roles: { roles, days, name, autoExtends: extended } } };
  },
  card: ({ frame, values, facts: { proposed } }, say) =>
    delegationRolesCard(say, {
      frame,
      roles: delegationRoles,
      chosen: (values['roles'] ?? '').split(','),
      days: values['days'] ?? '',
      name: values['name'] ?? proposed,
      autoExtends: values['autoExtends'] === 'true',
    }),
});

/** Company and customer, with a number where that name is taken: Microsoft wants it unique among all of a partner's relationships. */
export async function proposedName(at: Pick<At<unknown>, 'book' | 'who'>, customer: string | undefined, number = 1): Promise<string> {
  const words = [at.who.partner?.name, customer].filter((name) => name !== undefined).join(' – ');
  const suffix = number === 1 ? '' : ` ${String(number)}`;
  const name = `${shortened(plain(words), longestName - suffix.length)}${suffix}`;
  return number < mostProposals && (await isTaken(at, name)) ? proposedName(at, customer, number + 1) : name;
}

/** Cut between letters, never inside one. */
function shortened(words: string, most: number): string {
  const letters = [...words];
  while (letters.join('').length > most) letters.pop();
  return letters.join('').trim();
}

async function isTaken({ book, who }: Pick<At<unknown>, 'book' | 'who'>, name: string): Promise<boolean> {
  return (await book.read('relationship-name', relationshipNameId(who.tenant, folded(name)))) !== undefined;
}
