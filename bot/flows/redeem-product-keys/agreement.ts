import { z } from 'zod';
import type { TextKey } from '../../../cards/messages/catalogue.ts';
import { redeemAgreementCard } from '../../../cards/redeem-agreement.card.ts';
import { agreementFor } from '../../../domain/shared/agreements.ts';
import type { Agreement } from '../../../domain/shared/agreements.ts';
import { Day, dayOf } from '../../../domain/shared/dates.ts';
import { form } from '../../conversation/flow.ts';
import type { At, Step, Values } from '../../conversation/flow.ts';
import type { Draft } from '../../conversation/engine.ts';
import { isYes } from '../../conversation/understand.ts';
import { isNew, sumOf } from './answers.ts';
import type { Answers } from './answers.ts';

type Accepted = Answers['agreement'];
type Field = 'agreed' | 'openNumber' | 'contactName' | 'contactEmail' | 'contactPhone' | 'agreedOn';

const given = z.string().default('');
const openNumber = /^[A-Za-z0-9-]{4,20}$/;
const trimmed = (schema: z.ZodString) =>
  z
    .string()
    .transform((text) => text.trim())
    .pipe(schema);

const wrong: Readonly<Record<Field, TextKey>> = {
  agreed: 'redeem.agreed-missing',
  openNumber: 'redeem.open-number-wrong',
  contactName: 'redeem.admin-name-missing',
  contactEmail: 'redeem.admin-email-wrong',
  contactPhone: 'redeem.contact-phone-wrong',
  agreedOn: 'redeem.agreed-on-wrong',
};

/** The agreement this plan is given under; which one follows from the plan and the partner's standing (mission, row 4). */
export const agreementStep: Step<Answers> = form<Answers>()({
  id: 'agreement',
  when: isNew,
  inputs: z.object({ agreed: given, openNumber: given, contactName: given, contactEmail: given, contactPhone: given, agreedOn: given }),
  wrong,
  look: (at) => Promise.resolve(agreementOf(at)),
  known: (at) => known(at),
  judge: (value, at, agreement, draft) => {
    const parsed = schemaOf(agreement, dayOf(at.now)).safeParse(value);
    if (parsed.success) return Promise.resolve({ kind: 'taken', answers: { agreement: acceptedOf(agreement, parsed.data) } });
    const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    const problems = Object.entries(wrong).flatMap(([field, key]) => (fields.has(field) ? [{ field, text: at.say(key) }] : []));
    return Promise.resolve({ kind: 'problems', answers: {}, draft, problems });
  },
  hears: (text, at) => heard(text, agreementOf(at)),
  card: ({ frame, values, facts, at }, say) => redeemAgreementCard(say, { frame, agreement: facts, values, today: dayOf(at.now) }),
});

/** The agreement of this conversation, by the plan of its keys. */
export function agreementOf(at: Pick<At<Answers>, 'who' | 'answers'>): Agreement {
  return agreementFor(sumOf(at.answers).plan ?? 'business-basic', at.who.partner?.standing ?? { programme: 'unknown' });
}

/** A typed yes, or the number, where that is all that is asked. */
function heard(text: string, { kind }: Agreement): Draft | undefined {
  switch (kind) {
    case 'online-services-agreement':
      return isYes(text) ? { agreed: 'true' } : undefined;
    case 'open-agreement':
      return openNumber.test(text.trim()) && /\d/.test(text) ? { openNumber: text } : undefined;
    case 'customer-agreement':
      return undefined;
  }
}

function known({ answers: { agreement }, who }: At<Answers>): Values {
  switch (agreement?.kind) {
    case undefined:
      return { openNumber: who.partner?.openAgreementNumber };
    case 'online-services-agreement':
      return { agreed: 'true' };
    case 'open-agreement':
      return { openNumber: agreement.number };
    case 'customer-agreement': {
      const { contactName, contactEmail, contactPhone, agreedOn } = agreement;
      return { contactName, contactEmail, contactPhone, agreedOn, agreed: 'true' };
    }
  }
}

function schemaOf(agreement: Agreement, today: Day): z.ZodType<Draft> {
  const agreed = z.literal('true');
  const rest = { agreed: given, openNumber: given, contactName: given, contactEmail: given, contactPhone: given, agreedOn: given };
  switch (agreement.kind) {
    case 'online-services-agreement':
      return z.object({ ...rest, agreed });
    case 'open-agreement':
      return z.object({ ...rest, openNumber: trimmed(z.string().regex(openNumber)) });
    case 'customer-agreement':
      return z.object({
        ...rest,
        agreed,
        contactName: trimmed(z.string().min(1).max(100)),
        contactEmail: z
          .string()
          .transform((text) => text.trim().toLowerCase())
          .pipe(z.email().max(254)),
        contactPhone: trimmed(z.string().regex(/^(?=(?:\D*\d){6})[+\d\s()/.-]{6,30}$/)),
        agreedOn: z.iso.date().refine((day) => day <= today),
      });
  }
}

function acceptedOf(agreement: Agreement, value: Draft): Accepted {
  switch (agreement.kind) {
    case 'online-services-agreement':
      return { kind: agreement.kind };
    case 'open-agreement':
      return { kind: agreement.kind, number: value['openNumber'] ?? '' };
    case 'customer-agreement':
      return {
        kind: agreement.kind,
        template: agreement.template ?? '',
        contactName: value['contactName'] ?? '',
        contactEmail: value['contactEmail'] ?? '',
        contactPhone: value['contactPhone'] ?? '',
        agreedOn: Day.parse(value['agreedOn']),
      };
  }
}
