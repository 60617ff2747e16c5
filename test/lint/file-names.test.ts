import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const rooms = ['bot', 'cards', 'domain', 'test'];
const sources = rooms
  .flatMap((room) => readdirSync(fileURLToPath(new URL(`../../${room}`, import.meta.url)), { recursive: true, encoding: 'utf8' }))
  .filter((path) => path.endsWith('.ts'));

/** Kebab-case; a suffix only where a tool or a reader needs it. */
const wellNamed = (path: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*([.](card|port|golden|transcript|e2e))?([.](test|test-d|d))?[.]ts$/.test(basename(path));

/** Names that say nothing of what is inside. A service request is a thing of its own. */
const saysNothing = (path: string): boolean => /(^|[-/\\])(utils?|helpers?|common|managers?|services?(?!-requests?\b)|misc)([-/\\.]|$)/.test(path);

describe('the names of files', () => {
  it('are kebab-case, with a suffix that means something', () => {
    assert.ok(sources.length > 100);
    assert.deepEqual(
      sources.filter((path) => !wellNamed(path)),
      [],
    );
  });

  it('say what is inside', () => {
    assert.deepEqual(sources.filter(saysNothing), []);
  });

  it('are refused when they do not, shown by planted ones', () => {
    assert.deepEqual(['SampleBook.ts', 'sample_book.ts', 'home.component.ts'].filter(wellNamed), []);
    assert.deepEqual(
      ['bot/utils.ts', 'bot/helpers/dates.ts', 'domain/offer-service.ts'].filter((path) => !saysNothing(path)),
      [],
    );
    assert.deepEqual(
      ['cards/home.card.ts', 'domain/shared/store.port.ts', 'test/flows/redeem.transcript.test.ts'].filter((path) => !wellNamed(path) || saysNothing(path)),
      [],
    );
  });
});
