const deepest = 40;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether parsed JSON is safe to hand on: not nested beyond reason (what serialises it later is recursive)
 * and without keys that reach an object's prototype.
 */
export function isPlainData(data: unknown, depth = 0): boolean {
  if (typeof data !== 'object' || data === null) return true;
  if (depth === deepest) return false;
  if (Array.isArray(data)) return data.every((item) => isPlainData(item, depth + 1));
  return Object.entries(data).every(([key, value]) => !forbidden.has(key) && isPlainData(value, depth + 1));
}
