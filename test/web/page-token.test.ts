import assert from 'node:assert/strict';
import { createPageTokens } from '../../bot/web/page-token.ts';
import { createSecrets } from '../../bot/platform/secrets.ts';
import { OfferId } from '../../domain/shared/ids.ts';
import { testSecrets } from '../support/chat.ts';
import { handClock } from '../teams/hand-clock.ts';

const [offer, other] = [OfferId.parse('an-offer'), OfferId.parse('another-offer')];
const ids = () => {
  let last = 0;
  return () => `id-${String((last += 1))}`;
};

describe('the token of a page', () => {
  it('is ours for that offer, and names itself', () => {
    const tokens = createPageTokens({ secrets: testSecrets, clock: handClock().clock, newId: ids() });
    assert.deepEqual([tokens.idOf(tokens.issue(offer), offer), tokens.idOf(tokens.issue(offer), offer)], ['id-1', 'id-2']);
  });

  it('is nothing for another offer, with another id, end or digest, from another installation, or when it is rubbish', () => {
    const time = handClock();
    const tokens = createPageTokens({ secrets: testSecrets, clock: time.clock, newId: ids() });
    const token = tokens.issue(offer);
    const [id = '', end = '', digest = ''] = token.split('.');
    const foreign = createPageTokens({ secrets: createSecrets('f'.repeat(64)), clock: time.clock, newId: ids() }).issue(offer);
    const forged = [`x.${end}.${digest}`, `${id}.${end}0.${digest}`, `${id}.${end}.${digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`, foreign];
    for (const wrong of [...forged, '', '.', '..', `${id}.${end}`, `${token}.`, ` ${token}`, 'x'.repeat(200)])
      assert.equal(tokens.idOf(wrong, offer), undefined, wrong);
    assert.equal(tokens.idOf(token, other), undefined);
    assert.equal(tokens.idOf(token, offer), id);
  });

  it('lasts half a day', () => {
    const time = handClock();
    const tokens = createPageTokens({ secrets: testSecrets, clock: time.clock, newId: ids() });
    const token = tokens.issue(offer);
    time.advance(12 * 3_600_000 - 1);
    assert.equal(tokens.idOf(token, offer), 'id-1');
    time.advance(1);
    assert.equal(tokens.idOf(token, offer), undefined);
  });
});
