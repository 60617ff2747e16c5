/**
 * The rooms of the tree: who may import whom. One rule for each row of the table in the design, each shown to fire in test/rooms.
 *
 * A rule says what stays out. Types count like values: a room that names another room's type knows that room.
 */

const inPackage = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const rooms = 'http|teams|conversation|flows|commands|store|platform|sweeps|web|cli';
const production = '^(bot|cards|domain)/';

/** A room that may import these places and packages, and nothing else: no other package, no `node:*`. */
const pureRoom = (name, comment, room, ...allowed) => ({ name, comment, severity: 'error', from: { path: room }, to: { pathNot: [room, ...allowed] } });

/** A room that may import these places of the tree, and any package but those that live elsewhere. */
const room = (name, comment, path, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path },
  to: { path: '^(bot|cards|domain|test)/', pathNot: [path, ...allowed] },
});

/** A package that lives in one room only. */
const home = (name, comment, path, ...packages) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: [path, '^test/'] },
  to: { path: inPackage(...packages) },
});

module.exports = {
  forbidden: [
    pureRoom('domain-knows-only-itself', 'The domain is pure: itself and zod. No driver, no node:*, no card.', '^domain/', inPackage('zod')),
    pureRoom(
      'cards-are-pure',
      'A card is a function of its view: cards, domain and zod, nothing that reads or sends.',
      '^cards/',
      '^domain/',
      inPackage('zod'),
    ),
    {
      name: 'a-card-decides-nothing',
      comment: 'A view holds facts that the domain has decided. Of the domain a card takes types, data (plans, countries, guides) and the names in records.',
      severity: 'error',
      from: { path: '^cards/.*[.]card[.]ts$' },
      to: { path: '^domain/', pathNot: '^domain/(shared/[^/]+|[^/]+/records)[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    pureRoom(
      'conversation-knows-cards-and-domain',
      'The engine is a pure reducer: it neither executes nor sends, and knows no particular flow.',
      '^bot/conversation/',
      '^(cards|domain)/',
      inPackage('zod', 'fastest-levenshtein'),
    ),
    pureRoom(
      'a-flow-knows-conversation-cards-and-domain',
      'A flow is a declaration; what happens is a command.',
      '^bot/flows/',
      '^bot/conversation/',
      '^(cards|domain)/',
      inPackage('zod'),
    ),
    {
      name: 'a-flow-never-knows-another-flow',
      comment: 'What two flows share belongs to the conversation, the cards or the domain. Only bot/flows/index.ts lists them.',
      severity: 'error',
      from: { path: '^bot/flows/([^/.]+)', pathNot: '^bot/flows/index[.]ts$' },
      to: { path: '^bot/flows/', pathNot: '^bot/flows/$1(/|[.])' },
    },
    {
      name: 'flows-are-reached-through-their-registry',
      comment: 'Whoever needs a flow asks bot/flows/index.ts, so that a new conversation is one file and one line.',
      severity: 'error',
      from: { pathNot: '^(bot/flows|test)/' },
      to: { path: '^bot/flows/', pathNot: '^bot/flows/index[.]ts$' },
    },
    pureRoom('commands-know-only-the-domain', 'execute loads, decides and commits through ports.', '^bot/commands/', '^domain/', inPackage('zod')),
    room(
      'sweeps-know-commands-domain-and-cards',
      'A sweep finds what is due and executes it; sending and storing are ports.',
      '^bot/sweeps/',
      '^bot/commands/',
      '^(cards|domain)/',
    ),
    room(
      'cli-knows-commands-domain-and-cards',
      'A command line reads files, executes and prints; the book is a port.',
      '^bot/cli/',
      '^bot/commands/',
      '^(cards|domain)/',
    ),
    {
      name: 'adapters-never-know-each-other',
      comment: 'teams, http, store, web and platform know domain ports, cards and their own driver; composition joins them.',
      severity: 'error',
      from: { path: '^bot/(teams|http|store|web|platform)/' },
      to: { path: '^bot/', pathNot: '^bot/$1/' },
    },
    {
      name: 'config-knows-only-the-domain',
      comment: 'bot/config.ts turns the environment into values and joins nothing.',
      severity: 'error',
      from: { path: '^bot/config[.]ts$' },
      to: { path: '^(bot|cards|test)/' },
    },
    {
      name: 'a-new-room-needs-a-rule',
      comment: 'A folder of bot/ that no rule speaks of. Give it a row in the design and a rule here, or use a room that exists.',
      severity: 'error',
      from: { path: '^bot/', pathNot: [`^bot/(${rooms})/`, '^bot/(main|composition|config)[.]ts$'] },
      to: {},
    },
    home(
      'botbuilder-lives-in-teams',
      'The Bot Framework SDK is archived: leaving it must cost one folder.',
      '^bot/teams/',
      'botbuilder[^/]*',
      'botframework-[^/]+',
    ),
    home('restify-lives-in-http', 'The web server must be replaceable at the price of one folder.', '^bot/http/', 'restify[^/]*', '@types/restify'),
    home('the-database-lives-in-store', 'Records are reached through the store port.', '^bot/store/', 'lowdb', 'steno', 'pg', '@types/pg', 'kysely'),
    {
      name: 'production-never-knows-tests',
      comment: 'What production needs is no test support.',
      severity: 'error',
      from: { path: production },
      to: { path: '^test/' },
    },
    {
      name: 'production-needs-no-development-package',
      comment: 'After `npm ci --omit=dev` the assistant runs. The package of the Teams app validates itself only where the validator is installed.',
      severity: 'error',
      from: { path: production, pathNot: '^bot/cli/validate-manifest[.]ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'packages-are-declared',
      comment: 'An import of a package that package.json does not name works until somebody else drops it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'imports-resolve', comment: 'Nothing stands where this import points.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-circle',
      comment: 'Modules that need each other to load are one module. Types alone may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan',
      comment: 'Nobody imports it and it imports nobody: use it or delete it.',
      severity: 'error',
      from: { orphan: true, pathNot: ['^bot/main[.]ts$', '^test/', '[.]d[.]ts$'] },
      to: {},
    },
  ],
  options: {
    // compiled copies of the same rooms
    exclude: { path: '^dist/' },
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    // without these, rules about packages that are ESM only (lowdb) find no file and pass in silence
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['main', 'types'] },
  },
};
