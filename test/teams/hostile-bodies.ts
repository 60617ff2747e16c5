import fc from 'fast-check';
import { aClick, aMessage, anActivity } from './activities.ts';

/**
 * Request bodies that somebody who means harm, or a broken client, would send, as JSON text: real activities with parts left out, turned into
 * other types, blown up or poisoned, and rubbish besides. The same seed gives the same bodies.
 */
export function hostileBodies(serviceUrl: string, count: number, seed: number): readonly string[] {
  const whole = [
    aMessage(serviceUrl, 'help'),
    aClick(serviceUrl, 'submit', { run: 'r-1', step: 'keys', keys: 'x' }),
    anActivity(serviceUrl, { type: 'message', value: { verb: 'begin', flow: 'redeem-product-keys' } }),
    anActivity(serviceUrl, { type: 'installationUpdate', action: 'add' }),
    anActivity(serviceUrl, { type: 'conversationUpdate', membersAdded: [{ id: '28:bot-1' }] }),
    anActivity(serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', value: {} }),
  ];
  const spoiled = whole.flatMap((activity) =>
    [...pathsOf(activity)].flatMap((path) => [without(activity, path), ...poisons.map((poison) => withPoison(activity, path, poison))]),
  );
  const random = fc.sample(fc.oneof(fc.json({ maxDepth: 6 }), mixed(serviceUrl)), { seed, numRuns: count });
  return [...wholesale, ...shuffled(spoiled, seed), ...random].slice(0, count);
}

/** Whole bodies that are wrong from the outside. */
const wholesale: readonly string[] = [
  '{}',
  '[]',
  'null',
  '""',
  '0',
  'true',
  '{"type":"message"}',
  '{"value":{}}',
  '['.repeat(100_000) + ']'.repeat(100_000),
  `{"type":"message","value":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  '{"__proto__":{"type":"message"}}',
  '{"constructor":{"prototype":{"type":"message"}}}',
];

const poisons: readonly string[] = [
  'null',
  '0',
  '-1e308',
  'true',
  '""',
  '[]',
  '{}',
  '"\\ud800"',
  '"\\u0000"',
  '".."',
  '"<at>x</at>&nbsp;**[a](javascript:alert(1))**<script>"',
  JSON.stringify('x'.repeat(50_000)),
  '{"__proto__":{"admin":true}}',
  '{"toString":1,"length":-1,"then":"x"}',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
  '"2026-99-99T99:99:99Z"',
];

type Path = readonly string[];

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield [...path, key];
    yield* pathsOf(inner, [...path, key]);
  }
}

function without(value: unknown, [key = '', ...rest]: Path): string {
  return rewritten(value, [key, ...rest], () => undefined);
}

function withPoison(value: unknown, path: Path, poison: string): string {
  const mark = '@poison@';
  return rewritten(value, path, () => mark).replace(JSON.stringify(mark), () => poison);
}

function rewritten(value: unknown, path: Path, to: () => unknown): string {
  const copy = structuredClone(value);
  place(copy, path, to());
  return JSON.stringify(copy);
}

function place(value: unknown, [key = '', ...rest]: Path, to: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (rest.length === 0) Reflect.set(value, key, to);
  else place(Reflect.get(value, key), rest, to);
}

/** An activity whose every part is what it may be, or anything. */
function mixed(serviceUrl: string): fc.Arbitrary<string> {
  const anything = fc.jsonValue({ maxDepth: 4 });
  const or = (right: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: anything });
  const activity = anActivity(serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'submit', data: {} } }, text: 'help' });
  return fc.record(Object.fromEntries(Object.entries(activity).map(([key, right]) => [key, or(right)]))).map((body) => JSON.stringify(body));
}

/** A fixed order that mixes all kinds, so that a small count meets each of them. */
function shuffled(bodies: readonly string[], seed: number): readonly string[] {
  const [order = []] = fc.sample(fc.shuffledSubarray([...bodies.keys()], { minLength: bodies.length }), { seed, numRuns: 1 });
  return order.flatMap((index) => bodies[index] ?? []);
}
