/** The three pages that everybody can open: what the assistant is, privacy, terms of use. */
export const pages = {
  'pages.brand': 'Partner Assistant for cloud partners',
  'pages.skip': 'Skip to the text',
  'pages.menu': 'Pages',
  'about.title': 'About the assistant',
  'about.what-heading': 'What it does',
  'about.what':
    'It works in Microsoft Teams, for companies that sell and look after Microsoft cloud subscriptions. Their people redeem product keys in a chat with it, set up a customer’s subscription, add users or renew, send offers, and see what still has to be done at Microsoft. Their customers answer an offer on a card in Teams or on a page.',
  'about.book':
    'What they confirm is recorded in the partner company’s own book. The assistant enters nothing at Microsoft by itself; it says what a person still has to do there.',
  'about.start-heading': 'How to begin',
  'about.start': 'Open the app in Teams and write “help”. Until your company’s administrator has connected the assistant, it answers but shows no data.',
  'about.who-heading': 'Who runs it',
  'about.who': 'The partner company, on its own server. It decides who may do what, and answers your questions.',
  'privacy.title': 'Privacy',
  'privacy.what-heading': 'What is stored',
  'privacy.book':
    'The partner company’s book: the company, its people and their rights; its customers with contact persons, users, subscriptions and agreements; what is still to be done, and by whom.',
  'privacy.keys': 'Product keys: encrypted. Only their last five characters remain readable.',
  'privacy.offers': 'Offers: what was offered and in which words, who sent it, when, and to whom. The code in the link of an offer is stored encrypted.',
  'privacy.acceptance':
    'Answers to offers: the answer, the organisation, when and in which language; who gave it, with name and sign-in name, or on the page the name, e-mail and phone that were entered there; and which agreement was accepted, in which version.',
  'privacy.sign-in':
    'On the page of an offer and on the tab of renewals, inside Teams: Teams names you, your organisation’s directory and whether you are an administrator there. Only an answer stores any of it.',
  'privacy.network':
    'Your network address: not stored. For a while the assistant only counts in its memory how often the pages of offers are opened from it, so that nobody can guess their links.',
  'privacy.conversations': 'Conversations that are not finished: what you have entered is stored encrypted, so that you can go on later.',
  'privacy.addresses':
    'Where to reach you in Teams: the identifiers of your account and chat, your name, language and time zone. The assistant sends its messages there.',
  'privacy.audit':
    'An audit of changes: who changed what and when, with the values before and after. Entries are only ever added; they never hold a whole product key.',
  'privacy.messages': 'Identifiers of messages already handled, for two days, so that none is handled twice. The assistant keeps no history of chats.',
  'privacy.where-heading': 'Where, and who gets it',
  'privacy.where': 'The data is stored on the server of the partner company that runs the assistant, and in the backups that this company makes.',
  'privacy.nobody-else':
    'The assistant passes it to no third party. It tracks nobody and shows no advertising. Messages and cards travel through Microsoft Teams, like everything in a chat, and stay in its history.',
  'privacy.these-pages':
    'These pages set no cookies and load nothing from anywhere else. Only the page of an offer and the tab of renewals run scripts, which come from the same server.',
  'privacy.ask-heading': 'Whom to ask',
  'privacy.ask':
    'The partner company that runs the assistant is responsible for the data. If you work there, ask its administrator; if you are its customer, ask your contact at that company.',
  'privacy.remove-heading': 'Having data removed',
  'privacy.remove':
    'Ask the same company what it holds about you, and to correct or remove it. Some records, such as those of agreements and used product keys, may have to be kept; the company tells you which and why.',
  'privacy.uninstall':
    'When you uninstall the app in Teams, the assistant forgets where to reach you there. Messages in the history of the chat are deleted in Teams itself.',
  'terms.title': 'Terms of use',
  'terms.provider-heading': 'Who provides the assistant',
  'terms.provider': 'The partner company that runs it. What you have agreed with this company applies; these terms change nothing about it.',
  'terms.not-microsoft': 'The assistant is not a Microsoft product. Microsoft and Microsoft Teams are trademarks of the Microsoft group of companies.',
  'terms.records-heading': 'A record is not an action at Microsoft',
  'terms.records':
    'What the assistant records stands in the partner company’s book. That alone orders, redeems or changes nothing at Microsoft: a person does it there, and the assistant shows it as still to be done until somebody confirms it.',
  'terms.agreements': 'For Microsoft’s services, Microsoft’s own agreements apply.',
  'terms.offers':
    'Whoever accepts an offer does so for their organisation and must be authorised to. Accepted without signing in, it counts only when the partner company has confirmed it.',
  'terms.use-heading': 'Using it',
  'terms.rights': 'The partner company decides who may use the assistant, and for what.',
  'terms.care':
    'Enter only product keys and data that you are authorised to use. Check what you confirm: a product key that has been used is not accepted again.',
};
