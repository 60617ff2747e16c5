import { sayIn } from '../../../cards/messages/say.ts';
import { endLine, ifNobodyActs } from '../../../cards/renewal-words.ts';
import type { RenewalFacts } from '../../../cards/renewal-view.ts';
import type { Partner } from '../../../domain/company/records.ts';
import { plans } from '../../../domain/shared/plans.ts';
import type { Language } from '../../../domain/shared/language.ts';

/** The e-mail to a customer whom Teams does not reach, in the customer's language, ready to be copied: the end, what happens then, the three answers. */
export function noticeMail(language: Language, renewal: RenewalFacts, partner: Partner | undefined): { readonly subject: string; readonly body: string } {
  const say = sayIn(language);
  const { plan, daysLeft, endsOn, isTrial } = renewal;
  const next = ifNobodyActs(say, renewal);
  const contact = [partner?.name, partner?.phone, partner?.email, partner?.address].filter((each) => each !== undefined);
  const answers = [say(isTrial ? 'notice-text.offer' : 'notice-text.renew'), say('notice-text.direct'), say('notice-text.end')];
  const parts = [
    say('notice-text.greeting'),
    [say('notice-text.what'), endLine(say, renewal), ...(next === undefined ? [] : [next])].join('\n'),
    [say('notice-text.choose'), ...answers.map((answer) => `- ${answer}`)].join('\n'),
    contact.join('\n'),
  ];
  return { subject: say(daysLeft < 0 ? 'notice-text.subject-over' : 'notice-text.subject', plans[plan].name, endsOn), body: parts.join('\n\n') };
}
