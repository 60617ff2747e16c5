import { z } from 'zod';
import type { FieldProblem } from '../../../cards/form.ts';
import type { TextKey } from '../../../cards/messages/catalogue.ts';
import type { Say } from '../../../cards/messages/say.ts';
import { domainName } from '../../../domain/customers/domain-name.ts';
import type { Offer } from '../../../domain/offers/records.ts';
import { plans } from '../../../domain/shared/plans.ts';

/** What somebody typed into an offer, or what is wrong with it. */
export type Typed<T> = { readonly kind: 'taken'; readonly value: T } | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

const oneLine = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
    .pipe(z.string().min(1).max(most));

const Domain = z.string().transform((text, context) => {
  const name = domainName(text);
  if (name !== undefined) return name;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const Organisation = z.object({ organisation: oneLine(100), domain: Domain });
export type TypedOrganisation = z.infer<typeof Organisation>;

const Contact = z.object({
  contactName: oneLine(100),
  contactEmail: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.email().max(254)),
  contactPhone: oneLine(40).refine((text) => (text.match(/\d/g)?.length ?? 0) >= 6),
});
export type TypedContact = z.infer<typeof Contact>;

const wrong = {
  organisation: 'redeem.organisation-missing',
  domain: 'redeem.domain-wrong',
  contactName: 'customer-offer.contact-name-missing',
  contactEmail: 'customer-offer.contact-email-wrong',
  contactPhone: 'customer-offer.contact-phone-wrong',
} as const satisfies Readonly<Record<string, TextKey>>;
type Field = keyof typeof wrong;

/** The organisation that somebody answers for whom the book does not know. */
export function organisationIn(say: Say, inputs: object): Typed<TypedOrganisation> {
  return taken(say, Organisation, inputs);
}

/** Who a visitor says they are. */
export function contactIn(say: Say, inputs: object): Typed<TypedContact> {
  return taken(say, Contact, inputs);
}

function taken<T>(say: Say, schema: z.ZodType<T>, inputs: object): Typed<T> {
  const parsed = schema.safeParse(inputs);
  if (parsed.success) return { kind: 'taken', value: parsed.data };
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return { kind: 'wrong', problems: fieldsIn(fields).map((field) => ({ field, text: say(wrong[field]) })) };
}

function fieldsIn(names: ReadonlySet<string>): readonly Field[] {
  const all: readonly Field[] = ['organisation', 'domain', 'contactName', 'contactEmail', 'contactPhone'];
  return all.filter((field) => names.has(field));
}

const typedNumber = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const count = (most: number) => z.union([z.int(), typedNumber]).pipe(z.int().min(1).max(most));

/** The count for each line of a purchase; as offered where the client sent none. */
export function seatsIn(say: Say, { content }: Pick<Offer, 'content'>, inputs: object): Typed<readonly number[] | undefined> {
  if (content.kind !== 'purchase') return { kind: 'taken', value: undefined };
  const given = new Map<string, unknown>(Object.entries(inputs));
  const lines = content.lines.map((line, index) => {
    const field = `seats${String(index)}`;
    const { maxSeats } = plans[line.plan];
    const number = count(maxSeats).safeParse(given.has(field) ? given.get(field) : line.seats).data;
    return { number, wrong: { field, text: say('customer-offer.seats-wrong', maxSeats) } };
  });
  const problems = lines.flatMap((line) => (line.number === undefined ? [line.wrong] : []));
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'taken', value: lines.flatMap((line) => line.number ?? []) };
}

const mostTyped = 300;

/** Everything that stands in the fields, to be shown again. */
export function typedIn(inputs: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]: readonly [string, unknown]) => {
      if (!/^(seats\d{1,3}|organisation|domain|contact(Name|Email|Phone))$/.test(name)) return [];
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value).slice(0, mostTyped)]] : [];
    }),
  );
}
