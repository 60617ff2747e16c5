/**
 * What is not written here, and what is written instead.
 *
 * Each ban becomes one lint rule of its own name (`bans/<name>`), so that a message names the cure and a test can plant one violation for each.
 * The rooms of the tree (who may import whom) stand in .dependency-cruiser.cjs.
 */

const production = ['bot/**/*.ts', 'cards/**/*.ts', 'domain/**/*.ts'];
const tests = ['test/**/*.test.ts'];
const spoken = ['bot/flows/**/*.ts', 'bot/conversation/**/*.ts', 'cards/*.ts'];
const platform = ['bot/platform/**', 'test/platform/**'];

const timer = '/^(setTimeout|setInterval|setImmediate|queueMicrotask)$/';
const notAMember = ':not(MemberExpression > Identifier.property)';
const notToldToOperators =
  ':not(NewExpression[callee.name="Fault"] *):not(CallExpression[callee.object.name="log"] *):not(CallExpression[callee.object.property.name="log"] *)';
const words = '/(?=[^]*\\p{L})(?=[^]*\\s)/u';

/** @type {readonly { name: string, what: string, cure: string, where: readonly string[], except?: readonly string[] }[]} */
export const bans = [
  {
    name: 'no-bare-error',
    what: 'NewExpression[callee.name=/^(Error|[A-Z][a-z]+Error)$/], CallExpression[callee.name=/^(Error|[A-Z][a-z]+Error)$/]',
    cure: "Throw a Fault with a code (domain/shared/fault.ts): new Fault('configuration', { detail }). A refusal is a value, not an exception.",
    where: production,
  },
  {
    name: 'no-error-by-its-words',
    what: 'CallExpression[callee.property.name=/^(includes|startsWith|endsWith|match|indexOf|search)$/][callee.object.property.name="message"], BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[property.name="message"]',
    cure: 'Texts of errors change. Recognise an error by its code or its class.',
    where: production,
  },
  {
    name: 'no-silent-catch',
    what: 'CatchClause > BlockStatement[body.length=0], CallExpression[callee.property.name="catch"] > ArrowFunctionExpression:matches([body.type="Identifier"][body.name="undefined"], [body.type="BlockStatement"][body.body.length=0])',
    cure: 'Answer the failure, log it, or let it go on to whoever can.',
    where: [...production, 'test/support/**/*.ts'],
  },
  {
    name: 'no-ambient-clock',
    what: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"], MemberExpression[object.name="Date"][property.name="now"], MemberExpression[object.name="performance"][property.name="now"], MemberExpression[object.name="process"][property.name="hrtime"]',
    cure: 'Take `now: Date` or a Clock (domain/shared/ports.ts) as an argument; the clock is made in bot/platform.',
    where: [...production, ...tests],
    except: platform,
  },
  {
    name: 'no-local-time',
    what: 'CallExpression[callee.property.name=/^(get|set)(Hours|Minutes|Seconds|Milliseconds|Date|Day|Month|FullYear|Year|TimezoneOffset)$/], NewExpression[callee.name="Date"][arguments.length>1]',
    cure: 'Days are UTC calendar days: use domain/shared/dates.ts, the getUTC/setUTC methods or Date.UTC.',
    where: [...production, ...tests],
  },
  {
    name: 'no-machine-locale',
    what: 'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]:not(:has(Property[key.name="timeZone"])), NewExpression[callee.object.name="Intl"][callee.property.name="DateTimeFormat"]:not(:has(Property[key.name="timeZone"])):not([arguments.1.type="Identifier"]), NewExpression[callee.object.name="Intl"][arguments.length=0], CallExpression[callee.property.name="localeCompare"][arguments.length<2], CallExpression[callee.property.name=/^toLocale(Upper|Lower)Case$/][arguments.length=0]',
    cure: 'Formats belong to the reader, not to the machine: use cards/messages/locale.ts, or name the language and the time zone.',
    where: [...production, ...tests],
  },
  {
    name: 'no-ambient-chance',
    what: 'MemberExpression[object.name="Math"][property.name="random"], Identifier[name=/^(randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues)$/]',
    cure: 'Take a NewId (domain/shared/ports.ts) as an argument; chance is made in bot/platform.',
    where: [...production, ...tests],
    except: platform,
  },
  {
    name: 'no-ambient-timers',
    what: `Identifier[name=${timer}]${notAMember}, MemberExpression[object.name="globalThis"][property.name=${timer}]`,
    cure: 'Take Timers (domain/shared/ports.ts) as an argument; timers are made in bot/platform. In a test, advance the clock.',
    where: [...production, ...tests],
    except: [...platform, 'bot/store/**'],
  },
  {
    name: 'no-ambient-timers-in-the-store',
    what: 'Identifier[name=/^(setTimeout|setInterval|queueMicrotask)$/]:not(MemberExpression > Identifier.property)',
    cure: 'The store may give way with setImmediate between slices of work; everything that waits takes Timers.',
    where: ['bot/store/**/*.ts'],
  },
  {
    name: 'no-environment',
    what: 'MemberExpression[object.name="process"][property.name="env"], ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name="env"]',
    cure: 'bot/config.ts is the only reader of the environment; take the value as an argument.',
    where: production,
    except: ['bot/config.ts'],
  },
  {
    name: 'no-exit',
    what: 'MemberExpression[object.name="process"][property.name=/^(exit|abort|kill)$/]',
    cure: 'Throw a Fault, or tell the caller; only bot/main.ts ends the process.',
    where: production,
    except: ['bot/main.ts'],
  },
  {
    name: 'no-module-state',
    what: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration:matches([kind="let"], [kind="var"]), :matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Map|Set|WeakMap|WeakSet)$/][arguments.length=0]',
    cure: 'What changes belongs to the function that makes it, to the store, or to an argument.',
    where: [...production, 'test/**/*.ts'],
  },
  {
    name: 'no-class',
    what: ':matches(ClassDeclaration, ClassExpression)[superClass=null]',
    cure: 'Write functions that take what they need. A class only extends one that a library (or Fault) demands.',
    where: [...production, 'test/**/*.ts'],
  },
  {
    name: 'no-default-export',
    what: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    cure: 'Export by name, one main export named like the file.',
    where: [...production, 'test/**/*.ts'],
    except: ['test/support/totals-reporter.ts'],
  },
  {
    name: 'no-barrel',
    what: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
    cure: 'Import from the file that defines it.',
    where: [...production, 'test/**/*.ts'],
  },
  {
    name: 'no-extension-but-ts',
    what: ':matches(ImportDeclaration, ImportExpression)[source.value=/^[.]/]:not([source.value=/[.](ts|json|d[.]ts)$/])',
    cure: "Import with the extension of the source: './name.ts'.",
    where: [...production, 'test/**/*.ts'],
  },
  {
    name: 'no-words-outside-messages',
    what: `Literal[value=${words}]${notToldToOperators}, TemplateElement[value.raw=${words}]${notToldToOperators}`,
    cure: 'What people read stands in cards/messages/{en,cs,sk}: say(…) it by its key.',
    where: spoken,
  },
  {
    name: 'no-text-outside-messages',
    what: 'Property[key.name=/^(text|title|label|placeholder|errorMessage|altText|speak|fallbackText|tooltip)$/] > :matches(Literal[value=/\\p{L}/u]:not([value=/^[a-z0-9-]+([.][a-z0-9-]+)+$/]), TemplateLiteral:has(TemplateElement[value.raw=/\\p{L}/u]))',
    cure: 'What people read stands in cards/messages/{en,cs,sk}: say(…) it by its key.',
    where: ['cards/**/*.ts', 'bot/flows/**/*.ts', 'bot/conversation/**/*.ts'],
    except: ['cards/messages/**'],
  },
  {
    name: 'no-should-in-titles',
    what: 'CallExpression:matches([callee.name=/^(it|describe)$/], [callee.object.name=/^(it|describe)$/]) > Literal[value=/\\bshould\\b/]',
    cure: 'Say what it does, in the present tense and in business words.',
    where: tests,
  },
  {
    name: 'no-lone-or-skipped-test',
    what: 'MemberExpression[object.name=/^(it|describe)$/][property.name=/^(only|skip)$/], Identifier[name=/^(xit|xdescribe)$/]',
    cure: 'Run it, or delete it.',
    where: tests,
  },
];

/** The bans as an ESLint plugin: one rule each. */
export const plugin = {
  meta: { name: 'bans' },
  rules: Object.fromEntries(
    bans.map((ban) => [
      ban.name,
      {
        meta: { type: 'problem', schema: [], messages: { banned: ban.cure } },
        create: (context) => ({ [ban.what]: (node) => context.report({ node, messageId: 'banned' }) }),
      },
    ]),
  ),
};

/** Where each ban holds, as flat configuration. */
export const configs = bans.map((ban) => ({
  name: `bans/${ban.name}`,
  files: [...ban.where],
  ignores: [...(ban.except ?? [])],
  rules: { [`bans/${ban.name}`]: 'error' },
}));
