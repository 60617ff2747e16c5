import { z } from 'zod';
import { customerNoticesCard, customerNoticesTurnedCard } from '../../cards/customer-notices.card.ts';
import { confirmedInformation } from '../../domain/company/confirmed.ts';
import type { Partner } from '../../domain/company/records.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import { CustomerNoticesTurned } from '../../domain/renewals/commands.ts';
import type { TurnCustomerNoticesRefusal } from '../../domain/renewals/commands.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import type { TextKey } from '../../cards/messages/catalogue.ts';
import { flowOf, review } from '../conversation/flow.ts';
import type { Flow } from '../conversation/flow.ts';
import { customersPreview } from '../conversation/renewals/preview.ts';

const Answers = z.object({});
type Answers = z.infer<typeof Answers>;

/** Notices to customers: what would go out in the next 14 days, then on; or off (mission, row 15). */
export const customerNotices: Flow = flowOf<Answers, 'turn-customer-notices'>({
  id: 'customer-notices',
  version: 1,
  title: 'intent.customer-notices',
  permits: ({ user, partner }, today) => {
    if (!mayActInCompany(user, 'customer-notices')) return { kind: 'not-allowed', because: (say) => say('customer-notices.only-admin') };
    if (partner === undefined) return { kind: 'not-allowed', because: (say) => say('eligibility.company-unknown') };
    if (!isOn(partner) && confirmedInformation(partner, today) === undefined)
      return { kind: 'not-allowed', because: (say) => say('customer-notices.confirm-first'), way: 'confirm-company-information' };
    return { kind: 'allowed' };
  },
  steps: [
    review<Answers>()({
      id: 'review',
      show: async ({ say, frame, book, who, now }) => {
        const since = who.partner?.customerNotices;
        return customerNoticesCard(say, {
          frame,
          turn: isOn(who.partner) ? 'off' : 'on',
          ...(since?.on === true ? { since: { on: since.since, by: since.by } } : {}),
          ...(await customersPreview(book, who.tenant, dayOf(now))),
        });
      },
    }),
  ],
  answers: Answers,
  command: ({ who, run }) =>
    Promise.resolve({ type: 'turn-customer-notices', commandId: run, partner: who.tenant, by: who.person, byName: who.name, on: !isOn(who.partner) }),
  outcome: CustomerNoticesTurned,
  done: ({ on }, { say }) => Promise.resolve(customerNoticesTurnedCard(say, on)),
  refused: (refusal, say) => ({ text: say(refusals[refusal.kind]) }),
});

const refusals: Readonly<Record<TurnCustomerNoticesRefusal['kind'], TextKey>> = {
  'not-global-admin': 'customer-notices.only-admin',
  'company-not-in-book': 'eligibility.company-unknown',
  'company-not-confirmed': 'customer-notices.confirm-first',
};

function isOn(partner: Partner | undefined): boolean {
  return partner?.customerNotices?.on === true;
}
