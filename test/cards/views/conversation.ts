import {
  changedCard,
  faultCard,
  groupCard,
  notAllowedCard,
  nothingToStopCard,
  overCard,
  resumeCard,
  stoppedCard,
  unknownButtonCard,
  unknownCard,
} from '../../../cards/conversation.card.ts';
import { customersPageCard, strangerCard } from '../../../cards/customer-side.card.ts';
import { helpCard } from '../../../cards/help.card.ts';
import { homeButton, resumeButton } from '../../../cards/intent-button.ts';
import { languageCard } from '../../../cards/language.card.ts';
import { welcomeCard } from '../../../cards/welcome.card.ts';
import { petr } from '../../support/builders.ts';
import type { Views } from './view-table.ts';
import { longName, markdown, run } from './people.ts';

const redeeming = { title: 'redeem.title', run, mark: 'mark', number: 7, total: 9, wanted: 'redeem-product-keys', wantedTitle: 'redeem.title' } as const;

/** The cards of the conversation itself, whatever it is about. */
export const conversationViews = {
  resumeCard: {
    'the same again': (say) => resumeCard(say, redeeming),
    'a key in the message': (say) => resumeCard(say, { ...redeeming, notice: say('conversation.key-not-taken') }),
    'of two customers': (say) =>
      resumeCard(say, {
        ...redeeming,
        wanted: 'correct-admin-email',
        wantedTitle: 'correct.title',
        whom: [say('acting.customer'), 'Contoso'],
        wantedWhom: [say('acting.customer'), longName],
      }),
    'something else': (say) => resumeCard(say, { ...redeeming, wanted: 'correct-admin-email', wantedTitle: 'correct.title' }),
  },
  stoppedCard: {
    'of a customer': (say) =>
      stoppedCard(say, { title: 'change.title', flow: 'change-subscription', run, mark: 'mark', whom: [say('acting.customer'), markdown] }),
    typical: (say) => stoppedCard(say, { title: 'redeem.title', flow: 'redeem-product-keys', run, mark: 'mark' }),
  },
  overCard: { typical: (say) => overCard(say) },
  changedCard: {
    'product keys': (say) => changedCard(say, { id: 'redeem-product-keys', title: 'redeem.title' }),
    'an e-mail': (say) => changedCard(say, { id: 'correct-admin-email', title: 'correct.title' }),
  },
  unknownCard: {
    typical: (say) => unknownCard(say, { offered: ['redeem-product-keys', 'keys-left', 'home'], edited: false }),
    'an edited message': (say) => unknownCard(say, { offered: ['checklists', 'correct-admin-email', 'help'], edited: true }),
    'no customer either': (say) => unknownCard(say, { offered: ['redeem-product-keys', 'keys-left', 'home'], edited: false, sought: true }),
    'in the middle of something': (say) =>
      unknownCard(say, { offered: ['redeem-product-keys', 'to-do', 'help'], edited: false, open: { run, title: 'redeem.title' } }),
  },
  unknownButtonCard: { typical: (say) => unknownButtonCard(say) },
  nothingToStopCard: { typical: (say) => nothingToStopCard(say) },
  notAllowedCard: {
    'no right': (say) => notAllowedCard(say, { title: 'redeem.title', because: say('eligibility.person-limited'), ask: 'product-keys' }),
    'no distributor, and a key in the message': (say) =>
      notAllowedCard(say, { title: 'redeem.title', because: say('eligibility.no-distributor'), notice: say('conversation.key-not-taken') }),
    'no standing': (say) => notAllowedCard(say, { title: 'redeem.title', because: say('eligibility.no-standing') }),
    'not a global admin': (say) =>
      notAllowedCard(say, { title: 'correct.title', because: say('eligibility.global-admin'), mend: { kind: 'others', admins: ['Petr Svoboda', markdown] } }),
    'gives rights themselves': (say) =>
      notAllowedCard(say, {
        ...{ title: 'redeem.title', because: say('eligibility.person-limited'), ask: 'product-keys' },
        mend: { kind: 'self', person: petr().person },
      }),
  },
  groupCard: {
    answered: (say) => groupCard(say, { bot: '28:bot-1', hasChat: true }),
    'no chat yet': (say) => groupCard(say, { bot: '28:bot-1', hasChat: false }),
  },
  faultCard: { typical: (say) => faultCard(say, 'k7m2p9qx') },
  customersPageCard: { typical: (say) => customersPageCard(say), 'a key in the message': (say) => customersPageCard(say, true) },
  strangerCard: { typical: (say) => strangerCard(say) },
  helpCard: { typical: (say) => helpCard(say) },
  languageCard: {
    asked: (say) => languageCard(say),
    chosen: (say) => languageCard(say, say.language),
    'in the middle of something': (say) => languageCard(say, say.language, { ways: [resumeButton(say, run), homeButton(say)] }),
    'of a customer': (say) =>
      languageCard(say, say.language, {
        partners: [{ name: 'Cloudy s.r.o.', phone: '+420 222 333 444', email: 'obchod@cloudy.cz', address: 'Dlouhá 1, Praha' }],
      }),
  },
  welcomeCard: { typical: (say) => welcomeCard(say) },
} as const satisfies Views;
