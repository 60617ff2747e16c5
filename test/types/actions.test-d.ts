import { execute } from '../../cards/actions.ts';
import type { CommandId, CustomerId, HandOffId } from '../../domain/shared/ids.ts';

declare const run: CommandId;
declare const handOff: HandOffId;
declare const customer: CustomerId;

export const button = execute('Next', { verb: 'submit', run, step: 'keys' });
export const confirmation = execute('Confirm', { verb: 'confirm-hand-off', handOff });

// @ts-expect-error a verb that no answer exists for
export const unknown = execute('Next', { verb: 'buy', run });

// @ts-expect-error a button that does not say which conversation it belongs to
export const homeless = execute('Next', { verb: 'submit', step: 'keys' });

// @ts-expect-error the id of something else
export const swapped = execute('Confirm', { verb: 'confirm-hand-off', handOff: customer });

// @ts-expect-error a price, a name or whatever else has no place in a button
export const talkative = execute('Next', { verb: 'submit', run, step: 'keys', price: 5 });

// @ts-expect-error a conversation that does not exist
export const nowhere = execute('Begin', { verb: 'begin', flow: 'sell-licences' });
