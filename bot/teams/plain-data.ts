const deepest = 40;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether parsed JSON is safe to hand on: not nested beyond reason (what serialises it later is recursive)
 * and without keys that reach an object's prototype.
 */
export function isPlainData(data: unknown, depth = 0): boolean {
  if (!hasParts(data)) return true;
  if (depth === deepest) return false;
  // `for in`, because lists of entries for every object of every activity are a tenth of a turn's garbage
  for (const key in data) {
    if (forbidden.has(key) || !isPlainData(data[key], depth + 1)) return false;
  }
  return true;
}

function hasParts(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
