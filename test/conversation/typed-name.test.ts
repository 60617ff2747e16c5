import { petr } from '../support/builders.ts';
import { customerRecord } from '../support/transcript-book.ts';
import { contoso } from '../support/builders.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import { clicks, fills, shows, transcript } from '../support/transcript.ts';
import { bothGrant } from '../support/two-customers.ts';

const many = Array.from({ length: 120 }, (_, n) =>
  customerRecord(contoso({ id: CustomerId.parse(`c${String(n)}`), name: `Bytové družstvo ${String(n).padStart(3, '0')}`, domain: `d${String(n)}.cz` })),
);

describe('a typed part of a customer’s name', () => {
  transcript('is looked for, as the list of very many customers asks', { as: petr(), book: bothGrant(many) }, (say) => [
    ['customers', shows(say('customers.heading'), say('customer.search-first', 122))],
    ['druzstvo 012', shows(say('customers.card-heading'), 'Bytové družstvo 012')],
    ['družstvo 01', shows(say('customers.heading'), say('customers.found', 12))],
    ['družstvo 012', shows(say('customers.card-heading'), 'Bytové družstvo 012')],
    ['d77.cz', shows(say('customers.card-heading'), 'Bytové družstvo 077')],
  ]);

  transcript('finds a customer also after another card; what is none is not understood, and that is said', { as: petr(), book: bothGrant() }, (say) => [
    ['help'],
    ['fabrikam', shows(say('customers.card-heading'), 'Fabrikam')],
    ['wingtip', shows(say('conversation.unknown-heading'), say('conversation.unknown-customer'))],
    ['custommers', shows(say('customers.heading'))],
  ]);

  transcript('is an answer where a step asks for something, and a customer’s card where another card came since', { as: petr(), book: bothGrant() }, (say) => [
    ['change subscription', shows(say('change.customer-heading'))],
    ['contoso', shows(say('change.customer-heading'))],
    [fills(), shows(say('change.subscription-heading'), 'Contoso')],
    ['customers', shows(say('customers.heading'))],
    ['fabrikam', shows(say('customers.card-heading'), 'Fabrikam')],
    [clicks(say('intent.home'))],
    ['continue', shows(say('change.subscription-heading'), 'Contoso')],
  ]);
});
