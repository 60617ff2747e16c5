import { eligibilityText } from '../../cards/eligibility.ts';
import { helpCard } from '../../cards/help.card.ts';
import { homeCard } from '../../cards/home.card.ts';
import type { HomeView } from '../../cards/home.card.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Language } from '../../domain/shared/language.ts';
import { languageCard } from '../../cards/language.card.ts';
import { homeButton } from '../../cards/intent-button.ts';
import type { PartnerIntent } from '../../cards/intent-button.ts';
import { eligibility } from '../../domain/company/eligibility.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import { addDays, dayOf } from '../../domain/shared/dates.ts';
import type { Context, Page } from '../conversation/context.ts';
import type { PartnerPerson } from '../conversation/who.ts';

const horizons = [7, 30, 60] as const;

/** The own company at a glance: what ends, what waits, what this person may do and why not the rest. */
export const home: Page = { show: async (context) => homeCard(context.say, await viewOf(context)) };

/** The same for everybody who speaks the language: drawn once. */
const helpCards: Readonly<Record<Language, AdaptiveCard>> = { en: helpCard(sayIn('en')), cs: helpCard(sayIn('cs')), sk: helpCard(sayIn('sk')) };

export const help: Page = { show: ({ say }) => Promise.resolve(helpCards[say.language]) };

export const language: Page = { show: ({ say }) => Promise.resolve(languageCard(say, undefined, [homeButton(say)])) };

async function viewOf(context: Context<PartnerPerson>): Promise<HomeView> {
  const { who, book, now } = context;
  const today = dayOf(now);
  const ends = (from: number, upTo: number): Promise<number> =>
    book.count('ends-of-partner', { key: who.tenant, from: addDays(today, from), upTo: addDays(today, upTo) });
  const [endsToday, toDo, ...counts] = await Promise.all([
    ends(0, 0),
    book.count('open-hand-offs-of-owner', { key: who.person }),
    ...horizons.map((days) => ends(1, days)),
  ]);
  return {
    ...(who.partner === undefined ? {} : { company: who.partner.name }),
    endsToday,
    endsWithin: horizons.map((days, index) => ({ days, count: counts[index] ?? 0 })),
    toDo,
    ...jobsOf(context),
  };
}

function jobsOf({ who, say }: Context<PartnerPerson>): Pick<HomeView, 'jobs' | 'notForYou'> {
  const keys = eligibility('product-keys', who.partner, who.user);
  const notForYou: { readonly job: PartnerIntent; readonly because: string }[] = [
    ...(keys.kind === 'eligible' ? [] : [{ job: 'redeem-product-keys' as const, because: eligibilityText(say, keys) }]),
    ...(mayActInCompany(who.user, 'correct-admin-email') ? [] : [{ job: 'correct-admin-email' as const, because: say('eligibility.global-admin') }]),
  ];
  const all: readonly PartnerIntent[] = ['redeem-product-keys', 'keys-left', 'to-do', 'checklists', 'correct-admin-email', 'help'];
  return { jobs: all.filter((job) => !notForYou.some((each) => each.job === job)), notForYou };
}
