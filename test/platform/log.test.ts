import assert from 'node:assert/strict';
import { z } from 'zod';
import { createLog } from '../../bot/platform/log.ts';
import type { LogFields } from '../../domain/shared/ports.ts';
import { Fault } from '../../domain/shared/fault.ts';

const Line = z.looseObject({ time: z.string() });
const LineWithError = z.object({
  error: z.object({ type: z.string(), code: z.string(), message: z.string(), stack: z.string(), cause: z.object({ message: z.string() }) }),
});
const productKey = 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2';

function logged(fields: LogFields): string {
  const lines: string[] = [];
  createLog('debug', { write: (line) => lines.push(line) }).info(fields, 'turn');
  return lines.join('');
}

describe('the log', () => {
  it('writes one JSON object a line with level, UTC time and message', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    log.debug({}, 'not wanted');
    log.warn({ requestId: 'r1', ms: 12 }, 'slow turn');
    assert.equal(lines.length, 1);
    const { time, ...rest } = Line.parse(JSON.parse(lines.join('')));
    assert.deepEqual(rest, { level: 'warn', requestId: 'r1', ms: 12, msg: 'slow turn' });
    assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  for (const name of [
    'key',
    'productKey',
    'BOOK_KEY',
    'keys',
    'password',
    'MicrosoftAppPassword',
    'access_token',
    'authorization',
    'Authorization',
    'text',
    'client-secret',
    'cookie',
  ]) {
    it(`hides a field named ${name}, at any depth`, () => {
      const line = logged({ [name]: 'hush-hush', inside: { list: [{ [name]: { deeper: 'hush-hush' } }] } });
      assert.ok(!line.includes('hush-hush'), line);
      assert.ok(line.includes('[redacted]'));
    });
  }

  it('shows counts, names and ids that are no secrets', () => {
    const line = logged({ keys: 5, customer: 'Contoso', requestId: '11111111-0000-4000-8000-000000000001', keyboard: 'cs', context: 'personal' });
    assert.ok(!line.includes('[redacted]'), line);
  });

  for (const [what, secret] of Object.entries({
    'a product key with dashes': productKey,
    'a product key without dashes': productKey.replaceAll('-', ''),
    'a product key in lower case with spaces': productKey.replaceAll('-', ' ').toLowerCase(),
    'a bearer token': 'Bearer abc.def-123',
    'a JSON web token': 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2ln',
  })) {
    it(`hides ${what} inside any string, and in the words of an error and of its cause`, () => {
      for (const fields of [
        { note: `got ${secret}, why` },
        { error: new Fault('import-unreadable', { detail: secret, cause: new TypeError(`at ${secret}`) }) },
      ]) {
        const line = logged(fields);
        assert.ok(!line.includes(secret), line);
        assert.ok(line.includes('[redacted]'));
      }
    });
  }

  it('names an error with its code, words, stack and causes, and drops what hangs on it', () => {
    const error = Object.assign(new Fault('unreachable', { cause: new TypeError('no route') }), { request: { headers: { 'x-anything': 'hush-hush' } } });
    const line = logged({ error });
    const { stack, ...described } = LineWithError.parse(JSON.parse(line)).error;
    assert.deepEqual(described, { type: 'Fault', code: 'unreachable', message: 'unreachable', cause: { message: 'no route' } });
    assert.match(stack, /log\.test\.ts/);
    assert.ok(!line.includes('hush-hush'));
  });

  it('does not repeat the text that could not be read as JSON', () => {
    const unreadable = (): unknown => JSON.parse('{"said": hush-hush}');
    assert.throws(unreadable, (error) => !logged({ error }).includes('hush'));
  });

  it('survives a circle, deep nesting and bytes', () => {
    const circle: Record<string, unknown> = { bytes: Buffer.from('hush-hush') };
    circle['again'] = circle;
    const line = logged({ circle });
    assert.ok(line.includes('[deep]') && !line.includes('hush-hush') && !line.includes('104,117'));
  });
});
