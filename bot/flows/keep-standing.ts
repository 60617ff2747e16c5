import { standingReceiptCard } from '../../cards/standing.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { KeepStanding, KeepStandingRefusal } from '../../domain/company/people-commands.ts';
import { StandingKept } from '../../domain/company/people-commands.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import { flowOf } from '../conversation/flow.ts';
import type { At, Flow, RefusalReply } from '../conversation/flow.ts';
import { Answers } from './keep-standing/answers.ts';
import { detailsStep, programmeStep, standingReview, thenOf } from './keep-standing/steps.ts';

/** How the company stands in Microsoft's programmes, with its numbers; joining CSP is for good (mission, Eligibility and row 12). */
export const keepStanding: Flow = flowOf<Answers, 'keep-standing'>({
  id: 'keep-standing',
  version: 1,
  title: 'intent.keep-standing',
  permits: ({ user, partner }) => {
    if (!mayActInCompany(user, 'standing')) return { kind: 'not-allowed', because: (say) => say('standing.only-admin') };
    return partner === undefined ? { kind: 'not-allowed', because: (say) => say('eligibility.company-unknown') } : { kind: 'allowed' };
  },
  whom: ({ say, who: { partner } }) => Promise.resolve(partner === undefined ? undefined : [say('own.heading'), partner.name]),
  steps: [programmeStep, detailsStep, standingReview],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: StandingKept,
  done: async ({ changed }, { who, say, book }) => {
    const partner = (await book.read('partner', who.tenant))?.value;
    return partner === undefined ? undefined : standingReceiptCard(say, { company: partner.name, stands: partner, changed: changed.length > 0 });
  },
  refused,
});

function commandOf(at: At<Answers>): (KeepStanding & { readonly type: 'keep-standing' }) | undefined {
  const { who, run } = at;
  const then = thenOf(at);
  return then === undefined ? undefined : { type: 'keep-standing', commandId: run, partner: who.tenant, by: who.person, byName: who.name, ...then };
}

function refused(refusal: KeepStandingRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'not-a-global-admin':
      return { text: say('standing.only-admin') };
    case 'company-unknown':
      return { text: say('eligibility.company-unknown') };
    case 'advisor-no-more':
      return { text: say('standing.no-advisor'), goTo: 'programme' };
    case 'not-a-partner-id':
      return { text: say('standing.partner-id-wrong'), goTo: 'details' };
  }
}
