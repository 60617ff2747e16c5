import { eligibilityText } from '../../cards/eligibility.ts';
import { helpCard } from '../../cards/help.card.ts';
import { homeCard } from '../../cards/home.card.ts';
import { jobsAtOnce, moreCard } from '../../cards/more.card.ts';
import type { HomeView } from '../../cards/home.card.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Language } from '../../domain/shared/language.ts';
import { languageCard } from '../../cards/language.card.ts';
import { homeButton } from '../../cards/intent-button.ts';
import type { PartnerIntent } from '../../cards/intent-button.ts';
import { eligibility } from '../../domain/company/eligibility.ts';
import type { Eligibility, Job } from '../../domain/company/eligibility.ts';
import { mayActForCustomers, mayActInCompany } from '../../domain/company/rights.ts';
import type { CompanyTask } from '../../domain/company/rights.ts';
import type { DelegatedTask } from '../../domain/delegated-admin/roles.ts';
import { addDays, dayOf } from '../../domain/shared/dates.ts';
import type { Context, Page } from '../conversation/context.ts';
import { permitsActing } from '../conversation/acting/may-act.ts';
import { placeAfter } from '../conversation/customers/list.ts';
import { toDoOf } from '../conversation/customers/owners.ts';
import { maySend } from '../conversation/offers/may-send.ts';
import type { PartnerPerson } from '../conversation/who.ts';

const horizons = [7, 30, 60] as const;

/** The own company at a glance: what ends, what waits, what this person may do and why not the rest. */
export const home: Page = { show: async (context) => homeCard(context.say, await viewOf(context)) };

/** The same for everybody who speaks the language: drawn once. */
const helpCards: Readonly<Record<Language, AdaptiveCard>> = { en: helpCard(sayIn('en')), cs: helpCard(sayIn('cs')), sk: helpCard(sayIn('sk')) };

export const help: Page = { show: ({ say }) => Promise.resolve(helpCards[say.language]) };

export const language: Page = { show: ({ say }) => Promise.resolve(languageCard(say, undefined, { ways: [homeButton(say)] })) };

async function viewOf(context: Context<PartnerPerson>): Promise<HomeView> {
  const { who, book, now } = context;
  const today = dayOf(now);
  const ends = (from: number, upTo: number): Promise<number> =>
    book.count('ends-of-partner', { key: who.tenant, from: addDays(today, from), upTo: addDays(today, upTo) });
  const [endsToday, toDo, answers, requests, ...counts] = await Promise.all([
    ends(0, 0),
    toDoOf(context),
    book.count('declared-answers-of-partner', { key: who.tenant }),
    book.count('admin-requests-of-partner', { key: who.tenant }),
    ...horizons.map((days) => ends(1, days)),
  ]);
  return {
    ...(who.partner === undefined ? {} : { company: who.partner.name }),
    endsToday,
    endsWithin: horizons.map((days, index) => ({ days, count: counts[index] ?? 0 })),
    toDo: toDo.total,
    answersWaiting: answers + requests,
    ...jobsOf(context),
  };
}

interface Judged {
  readonly job: PartnerIntent;
  /** Why it is not for this person; absent for what is. */
  readonly because?: string;
}

/** Every job in the order of its weight, judged for this person. */
function judgedJobs({ who, say, now }: Context<PartnerPerson>): readonly Judged[] {
  const by = (job: PartnerIntent, may: Eligibility): Judged => ({ job, ...(may.kind === 'eligible' ? {} : { because: eligibilityText(say, may) }) });
  const sends = (job: PartnerIntent, needs: Job): Judged => {
    const may = maySend(needs, who, dayOf(now));
    return { job, ...(may.kind === 'allowed' ? {} : { because: may.because(say) }) };
  };
  const inCompany = (job: PartnerIntent, task: CompanyTask): Judged => ({
    job,
    ...(mayActInCompany(who.user, task) ? {} : { because: say('eligibility.global-admin') }),
  });
  const acts = (job: PartnerIntent, task: DelegatedTask): Judged => {
    const may = permitsActing(task, who, dayOf(now));
    return { job, ...(may.kind === 'allowed' ? {} : { because: may.because(say) }) };
  };
  return [
    by('redeem-product-keys', eligibility('product-keys', who.partner, who.user)),
    { job: 'customers' },
    sends('send-purchase-offer', 'purchase-offer'),
    { job: 'offers' },
    { job: 'to-do' },
    sends('send-trial-invitation', 'trial-invitation'),
    by('attach-partner-of-record', eligibility('partner-of-record', who.partner, who.user)),
    sends('offer-delegated-admin', 'delegated-admin-offer'),
    acts('change-subscription', 'change-subscription'),
    { job: 'service-requests' },
    acts('request-new-password', 'password-of-user'),
    { job: 'move-to-direct', ...(mayActForCustomers(who.user, 'renewals') ? {} : { because: say('eligibility.person-limited') }) },
    { job: 'keys-left' },
    { job: 'checklists' },
    { job: 'company' },
    { job: 'people' },
    { job: 'rights' },
    inCompany('customer-notices', 'customer-notices'),
    inCompany('correct-admin-email', 'correct-admin-email'),
    { job: 'help' },
  ];
}

const onHome = 5;

/** Five on the card "home", and the way to the others. */
function jobsOf(context: Context<PartnerPerson>): Pick<HomeView, 'jobs' | 'notForYou'> {
  const judged = judgedJobs(context);
  const notForYou = judged.flatMap(({ job, because }) => (because === undefined ? [] : [{ job, because }]));
  return { jobs: [...judged.flatMap(({ job, because }) => (because === undefined ? [job] : [])).slice(0, onHome), 'more'], notForYou };
}

/** What does not fit on "home", six at a time. What has a place on another of these cards is begun there. */
export const more: Page = {
  show: (context, after) => {
    const { jobs } = jobsOf(context);
    const rest = judgedJobs(context).flatMap(({ job, because }) => (because === undefined && job !== 'help' && !jobs.includes(job) ? [job] : []));
    const from = placeAfter(after, rest.length);
    const next = from + jobsAtOnce;
    const shown = rest.slice(from, next);
    return Promise.resolve(moreCard(context.say, { jobs: shown, ...(next < rest.length ? { next } : {}), ...(from > 0 ? { from } : {}) }));
  },
};
