/*
 * Compile-time tests: what must not compile stands below an expectation of an error, with the reason.
 * Nobody runs these files. `npm run typecheck` reads them, and fails when something they expect to be refused compiles.
 * One file for each promise of the types, named like the module that makes it.
 */
import type { Execute, OutcomeOf, RefusalOf } from '../../domain/commands.ts';
import type { ChooseLanguage } from '../../domain/company/commands.ts';
import type { CommandId, CustomerId, PersonId } from '../../domain/shared/ids.ts';

declare const execute: Execute;
declare const chooseLanguage: ChooseLanguage;
declare const customer: CustomerId;
declare const refusal: RefusalOf<'redeem-product-keys'>;

export const done = execute(chooseLanguage);

// @ts-expect-error a command of no known type
export const unknownType = execute({ ...chooseLanguage, type: 'choose-colour' });

const { commandId: _, ...withoutId } = chooseLanguage;
// @ts-expect-error a command without its id could be carried out twice
export const withoutCommandId = execute(withoutId);

// @ts-expect-error the id of a customer is not the id of a person
export const person: PersonId = customer;

// @ts-expect-error a text is not an id until it has been parsed
export const commandId: CommandId = 'choose-language';

// @ts-expect-error a refusal is told by its kind, never by an outcome
export const told: OutcomeOf<'redeem-product-keys'> = refusal;
