import assert from 'node:assert/strict';
import { z } from 'zod';
import { CardAction } from '../../cards/actions.ts';
import type { Side } from './two-sides.ts';

/** A button's data as a forger could send it. */
export type ForgedClick = Readonly<Record<string, unknown>> & { readonly verb: string };

/** What a button's fields are filled with: ids of somebody else. Fields whose values are listed in the schema take each of them. */
function foreignValues(side: Side): Readonly<Record<string, readonly unknown[]>> {
  return {
    customer: [side.customer],
    subscription: [side.subscription],
    term: [side.term],
    endsOn: [side.endsOn],
    digest: [side.digest],
    notice: [side.notice],
    offer: [side.offer],
    handOff: [side.handOff, side.change],
    relationship: [side.relationship],
    request: [side.request],
    user: [side.user],
    person: [side.boss, side.admin],
    run: [side.run],
    step: ['keys'],
    to: ['customer'],
    shown: ['forged'],
    afresh: ['forged'],
    after: [`${side.mark.slice(0, 2)}\u0000${side.customer}`],
    task: ['product-keys', side.mark.slice(0, 3)],
  };
}

/** Every button that the contract of the cards knows, in every form it can have, about somebody else's things. A field nobody has thought of fails. */
export function everyForgedClick(side: Side, actions: readonly z.ZodObject[] = CardAction.options): readonly ForgedClick[] {
  return actions.flatMap((action) => everyForm(action.shape, foreignValues(side))).map((form) => ({ ...form, verb: z.string().parse(form['verb']) }));
}

type Form = Readonly<Record<string, unknown>>;

function everyForm(shape: Readonly<Record<string, unknown>>, values: Readonly<Record<string, readonly unknown[]>>): readonly Form[] {
  return Object.entries(shape).reduce<readonly Form[]>(
    (forms, [field, schema]) =>
      forms.flatMap((form) => choicesOf(field, schema, values).map((value) => (value === undefined ? form : { ...form, [field]: value }))),
    [{}],
  );
}

function choicesOf(field: string, schema: unknown, values: Readonly<Record<string, readonly unknown[]>>): readonly unknown[] {
  if (schema instanceof z.ZodOptional) return [undefined, ...choicesOf(field, schema.unwrap(), values)];
  if (schema instanceof z.ZodCatch) return choicesOf(field, schema.unwrap(), values);
  if (schema instanceof z.ZodLiteral) return [schema.value];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodBoolean) return [true, false];
  // The step of a notice that the two sides know.
  if (schema instanceof z.ZodNumber) return [7];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([inner, one]) =>
      choicesOf(inner, one, values).flatMap((value) => (value === undefined ? [] : [{ [inner]: value }])),
    );
  const known = values[field];
  assert.ok(known, `nobody has said what somebody else's "${field}" is: add it to foreign-actions.ts`);
  return known;
}
