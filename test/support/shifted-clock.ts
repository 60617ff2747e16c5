/**
 * What makes the clock of a process show ten in the morning, UTC, so many days from today, and go on from there: what is sent in somebody's
 * morning must not depend on when the tests run. For its `NODE_OPTIONS`; timers are as they are.
 */
export function atTen(days: number): string {
  return `--import=data:text/javascript,${encodeURIComponent(script(days))}`;
}

function script(days: number): string {
  return `const Real = Date;
const by = (Math.floor(Real.now() / 864e5) + ${String(days)}) * 864e5 + 36e6 - Real.now();
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + by);
    else super(...given);
  }
  static now() {
    return Real.now() + by;
  }
};`;
}
