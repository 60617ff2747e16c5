import { contosoTenant } from './hostile-world.ts';
import type { HostileWorld } from './hostile-world.ts';
import { cloudy, eva, jana, petr, rival } from './builders.ts';

/** One request as it goes over the wire. */
export interface HostileRequest {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** What must keep it out: in local mode a service URL of another machine, in production that too, and a token that is none. */
  readonly forged?: readonly ('service-url' | 'token')[];
}

type Chance = (below: number) => number;
type Wire = Readonly<Record<string, unknown>>;

/** What people and scripts put where words are expected. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202Ehcirdeirf\u202C',
  '\u200B\u200D\uFEFF',
  'e\u0301'.repeat(300),
  '<script>alert(1)</script>',
  '<at>Partner Assistant</at> redeem',
  '[here](javascript:alert(1))',
  '**bold** _and_ `code` # | table |',
  '![x](http://127.0.0.1:1/x.png)',
  '{{constructor.constructor("return process")()}}',
  '${process.env.BOOK_KEY}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  "'; DROP TABLE customers; --",
  '%00%2e%2e',
  '=cmd|calc',
  '😀'.repeat(500),
  'מלך العربية',
  'x'.repeat(10_000),
  'redeem\n'.repeat(400),
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'NaN',
  'true',
  'null',
  '2026-99-99',
  'ABCDE-12345',
  'ABCDE-12345-FGHIJ-67890-KLMN0, ABCDE-12345-FGHIJ-67890-KLMNO',
  '<b>Contoso</b>',
  'Robert\u2028Tables',
];

const nastyValues: readonly unknown[] = [
  ...nastyTexts,
  null,
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  { toString: 1, valueOf: null },
  JSON.parse('{"__proto__":{"verb":"confirm"},"constructor":{"prototype":{"isAdmin":true}}}'),
  Array.from({ length: 1000 }, (_, n) => n),
  deep(60),
];

const verbs = [
  'begin',
  'submit',
  'confirm',
  'back',
  'edit',
  'stop',
  'resume',
  'show',
  'show-checklist',
  'choose-language',
  'confirm-hand-off',
  'mark-checklist',
];
const strangeVerbs = ['', 'SUBMIT', 'delete', '__proto__', 'constructor', 'toString', 'submit ', 'x'.repeat(190), '\u0000'];
const steps = [
  'acknowledgement',
  'purpose',
  'keys',
  'cards',
  'keys-review',
  'subscription',
  'country',
  'organisation',
  'admin',
  'agreement',
  'review',
  'nowhere',
  '__proto__',
];
const inputNames = [
  'keys',
  'remove',
  'purpose',
  'people',
  'understood',
  'plan',
  'seats',
  'country',
  'organisation',
  'domain',
  'adminName',
  'adminEmail',
  'agreed',
  'find',
];
const pages = ['home', 'help', 'keys-left', 'to-do', 'checklists', 'language'];
const commands = ['redeem', 'uplatnit kód', 'help', 'home', 'stop', 'back', 'language', 'to do', 'checklists', 'keys left', 'yes', 'ano'];

/** Requests that somebody who means harm, or a broken client, would send; every kind about equally often. */
export function hostileRequest(chance: Chance, world: HostileWorld, serviceUrl: string, bodies: readonly string[]): HostileRequest {
  switch (chance(7)) {
    case 0:
      return { body: pick(chance, bodies) };
    case 1:
      return { body: JSON.stringify(click(chance, serviceUrl, pick(chance, [...verbs, ...strangeVerbs]), hostileData(chance, world))) };
    case 2:
      return { body: JSON.stringify(click(chance, serviceUrl, pick(chance, verbs), foreignData(chance, world))) };
    case 3:
      return { body: JSON.stringify(activity(chance, serviceUrl, { type: 'message', text: hostileText(chance) })) };
    case 4:
      return { body: JSON.stringify(click(chance, serviceUrl, 'show', { page: pick(chance, pages) })) };
    case 5:
      return {
        body: JSON.stringify(activity(chance, pick(chance, forgedServiceUrls), { type: 'message', text: pick(chance, commands) })),
        forged: ['service-url', 'token'],
      };
    default:
      return rawRequest(chance, serviceUrl);
  }
}

/** What somebody types into the inputs of a card. */
export function hostileInputs(chance: Chance, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (chance(3) === 0 ? [] : [[name, pick(chance, nastyTexts)]])));
}

const forgedServiceUrls = [
  'https://smba.trafficmanager.net/emea/',
  'http://169.254.169.254/latest/meta-data',
  'http://127.0.0.1.example.com/',
  'http://[::ffff:10.0.0.1]/',
  'file:///etc/passwd',
  'http://user:pass@127.0.0.1/',
  'javascript:alert(1)',
  'http://0x7f.1@10.0.0.1/',
  '//127.0.0.1',
  '',
];

function hostileText(chance: Chance): string {
  const words = [pick(chance, nastyTexts), pick(chance, commands), pick(chance, nastyTexts)];
  return words.slice(chance(3), 1 + chance(3)).join(pick(chance, ['', ' ', '\n']));
}

function hostileData(chance: Chance, world: HostileWorld): unknown {
  if (chance(5) === 0) return pick(chance, nastyValues);
  const inputs = Object.fromEntries(inputNames.flatMap((name) => (chance(4) === 0 ? [[name, pick(chance, nastyValues)]] : [])));
  return { ...foreignData(chance, world), ...inputs };
}

/** Ids that exist, but belong to the other partner; and steps, pages and languages beside them. */
function foreignData(chance: Chance, { foreign }: HostileWorld): Wire {
  const ids = [...Object.values(foreign), `${foreign.subscription}|${foreign.term}`];
  const or = (value: unknown): unknown => (chance(6) === 0 ? pick(chance, nastyValues) : value);
  return {
    run: or(foreign.run),
    step: or(pick(chance, steps)),
    to: or(pick(chance, steps)),
    handOff: or(foreign.handOff),
    subscription: or(pick(chance, ids)),
    flow: or(pick(chance, ['redeem-product-keys', 'correct-admin-email', 'home'])),
    afresh: or(chance(2) === 0 ? 'mark' : true),
    page: or(pick(chance, [...pages, 'admin'])),
    after: or(pick(chance, ids)),
    language: or(pick(chance, ['cs', 'sk', 'en', 'de'])),
    item: or(pick(chance, ['add-users', 'partner-of-record', '__proto__'])),
    status: or(pick(chance, ['done', 'open', 'not-needed', 'gone'])),
  };
}

function click(chance: Chance, serviceUrl: string, verb: string, data: unknown): Wire {
  const action = { type: 'Action.Execute', title: 'x', verb, data };
  const value = typeof data === 'object' && data !== null ? { verb, ...data } : { verb };
  return activity(
    chance,
    serviceUrl,
    chance(4) === 0 ? { type: 'message', value } : { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } },
  );
}

const visitors = [
  [cloudy, jana().person.slice(37)],
  [cloudy, petr().person.slice(37)],
  [cloudy, eva().person.slice(37)],
  [cloudy, 'cccccccc-0000-4000-8000-000000000001'],
  [contosoTenant, 'dddddddd-0000-4000-8000-000000000001'],
  ['88888888-8888-4888-8888-888888888888', 'eeeeeeee-0000-4000-8000-000000000001'],
  [undefined, undefined],
] as const;

function activity(chance: Chance, serviceUrl: string, more: Wire): Wire {
  const [tenant, objectId] = pick(chance, visitors);
  const conversation = chance(8) === 0 ? pick(chance, [...nastyTexts, `chat-${rival}`]) : `hostile-${String(objectId)}`;
  return {
    id: `hostile-${String(chance(2 ** 31))}`,
    channelId: chance(12) === 0 ? pick(chance, ['emulator', 'webchat', '__proto__']) : 'msteams',
    serviceUrl,
    from: { id: `29:${String(objectId)}`, name: chance(3) === 0 ? pick(chance, nastyTexts) : 'Somebody', aadObjectId: objectId },
    recipient: { id: '28:bot-1', name: 'Partner Assistant' },
    conversation: {
      id: conversation,
      conversationType: pick(chance, ['personal', 'personal', 'personal', 'channel', 'groupChat', 'strange', 7]),
      tenantId: tenant,
    },
    channelData: { tenant: { id: tenant } },
    locale: pick(chance, ['cs-CZ', 'sk', 'en-GB', 'xx', '__proto__', undefined]),
    ...more,
  };
}

function rawRequest(chance: Chance, serviceUrl: string): HostileRequest {
  const whole = JSON.stringify(activity(chance, serviceUrl, { type: 'message', text: 'help' }));
  switch (chance(8)) {
    case 0:
      return { body: whole.slice(0, chance(whole.length)) };
    case 1:
      return { body: new Uint8Array(Array.from({ length: 200 }, () => chance(256))) };
    case 2:
      return {
        body: whole,
        headers: { 'content-type': pick(chance, ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'x']) },
      };
    case 3:
      return { body: whole, headers: { 'content-encoding': pick(chance, ['gzip', 'br', 'deflate', 'x']) } };
    case 4:
      return { body: '[['.repeat(1 + chance(50_000)) };
    case 5:
      return { body: JSON.stringify({ type: 'message', text: 'x'.repeat(chance(400_000)) }) };
    case 6:
      return { body: whole.replace('{', `{"__proto__":{"type":"invoke"},"constructor":1,`) };
    default:
      return { body: whole, headers: { authorization: pick(chance, ['Bearer x.y.z', 'Bearer ', 'Basic YTpi', 'x'.repeat(8000)]) }, forged: ['token'] };
  }
}

function pick<T>(chance: Chance, from: readonly T[]): T {
  const picked = chance(from.length);
  for (const [index, each] of from.entries()) if (index === picked) return each;
  throw new Error('nothing to choose from');
}

function deep(levels: number): unknown {
  return levels === 0 ? 1 : { a: deep(levels - 1) };
}
