import assert from 'node:assert/strict';
import { createMetrics } from '../../bot/http/metrics.ts';

describe('the figures of notices', () => {
  it('say how many became due, what became of those that were told, and how late', async () => {
    const metrics = createMetrics();
    for (const side of ['partner', 'partner', 'customer']) metrics.due(side);
    metrics.told({ notices: 3, delivery: 'sent', lagMs: 2000 });
    const text = await metrics.text();
    for (const line of [
      'notices_due_total{side="partner"} 2',
      'notices_due_total{side="customer"} 1',
      'notices_told_total{delivery="sent"} 3',
      'notices_lag_seconds_sum 2',
    ])
      assert.ok(text.includes(line), line);
  });
});
