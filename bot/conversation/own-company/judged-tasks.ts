import { mayNotActText } from '../../../cards/acting-words.ts';
import { eligibilityText } from '../../../cards/eligibility.ts';
import type { JudgedTask } from '../../../cards/rights.card.ts';
import type { Say } from '../../../cards/messages/say.ts';
import { eligibility } from '../../../domain/company/eligibility.ts';
import type { Job } from '../../../domain/company/eligibility.ts';
import { customerTasks, mayActForCustomers } from '../../../domain/company/rights.ts';
import type { CustomerTask } from '../../../domain/company/rights.ts';
import { mayActOnBehalf } from '../../../domain/delegated-admin/acting.ts';
import { leastRoleFor } from '../../../domain/delegated-admin/roles.ts';
import type { DelegatedTask } from '../../../domain/delegated-admin/roles.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { CustomerId } from '../../../domain/shared/ids.ts';
import type { PartnerPerson } from '../who.ts';

/** Which table of the domain judges a task. */
type Judge = { readonly by: 'eligibility'; readonly job: Job } | { readonly by: 'acting'; readonly task: DelegatedTask } | { readonly by: 'right' };

const judges: Readonly<Record<CustomerTask, Judge>> = {
  'product-keys': { by: 'eligibility', job: 'product-keys' },
  checklist: { by: 'right' },
  renewals: { by: 'right' },
  'partner-of-record': { by: 'eligibility', job: 'partner-of-record' },
  'trial-invitation': { by: 'eligibility', job: 'trial-invitation' },
  'purchase-offer': { by: 'eligibility', job: 'purchase-offer' },
  'service-request': { by: 'acting', task: 'service-request' },
  'password-of-user': { by: 'acting', task: 'password-of-user' },
  'delegation-in-offer': { by: 'eligibility', job: 'delegation-in-offer' },
  'delegated-admin-offer': { by: 'eligibility', job: 'delegated-admin-offer' },
  'subscription-change': { by: 'acting', task: 'change-subscription' },
  'password-of-admin': { by: 'acting', task: 'password-of-admin' },
};

/** Every task for customers, judged for this person by the tables of the domain: what they may do, and why not the rest. */
export function judgedTasks(who: PartnerPerson, say: Say, today: Day): readonly JudgedTask[] {
  return customerTasks.map((task) => judged(task, who, say, today));
}

function judged(task: CustomerTask, who: PartnerPerson, say: Say, today: Day): JudgedTask {
  const { partner, user } = who;
  const canAsk = !mayActForCustomers(user?.tenant === who.tenant ? user : undefined, task);
  const judge = judges[task];
  switch (judge.by) {
    case 'right':
      return { task, canAsk, ...(canAsk ? { because: say('eligibility.person-limited') } : {}) };
    case 'eligibility': {
      const may = eligibility(judge.job, partner, user);
      return { task, canAsk, ...(may.kind === 'eligible' ? {} : { because: eligibilityText(say, may) }) };
    }
    case 'acting': {
      // Of a customer who has granted nothing: whatever is told before that lies with the person or the company.
      const may = mayActOnBehalf({ partner, user, customer: CustomerId.parse('nobody'), relationships: [], task: judge.task, today });
      const least = leastRoleFor(judge.task)?.slug;
      if (may.kind === 'no-relationship' || may.kind === 'may-act') return { task, canAsk, ...(least === undefined ? {} : { least }) };
      return { task, canAsk, because: mayNotActText(say, may) };
    }
  }
}
