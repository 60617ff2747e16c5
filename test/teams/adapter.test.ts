import assert from 'node:assert/strict';
import { TeamsAdapter } from '../../bot/teams/adapter.ts';
import { readActivity } from '../../bot/teams/activity.ts';
import { botActivity } from '../../bot/teams/bot-activity.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { logInto } from './a-door.ts';
import { aMessage } from './activities.ts';
import { handClock } from './hand-clock.ts';

async function anAdapter() {
  const remote = await startFakeConnector();
  const connector = createConnector({ bearer: async () => undefined, ...handClock(), log: logInto([]) });
  const activity = readActivity(aMessage(remote.serviceUrl, 'help'));
  assert.ok(activity);
  const adapter = new TeamsAdapter({ kind: 'local' }, connector);
  return { remote, adapter, activity: botActivity(activity), close: () => Promise.all([connector.close(), remote.close()]) };
}

describe('the SDK’s turn over our own way out', () => {
  it('replaces a message in place', async () => {
    const { remote, adapter, activity, close } = await anAdapter();
    await adapter.turn(activity, async (context) => {
      const sent = await context.sendActivity('Due');
      assert.deepEqual(await context.updateActivity({ type: 'message', id: sent?.id, text: 'Renewed' }), sent);
    });
    const arrival = remote.arrivals[1];
    assert.ok(arrival);
    assert.deepEqual([arrival.method, arrival.path, arrival.activity.text], ['PUT', '/v3/conversations/a%3A1jana/activities/sent-1', 'Renewed']);
    await close();
  });

  it('tells a turn by a fault what Teams did not take', async () => {
    const { remote, adapter, activity, close } = await anAdapter();
    remote.answer({ status: 413 });
    await adapter.turn(activity, async (context) => {
      await assert.rejects(context.sendActivity('too long'), (error) => {
        assert.ok(error instanceof Fault);
        assert.deepEqual([error.code, error.cause], ['send-failed', { kind: 'too-big' }]);
        return true;
      });
    });
    await close();
  });

  it('keeps the SDK’s traces to itself', async () => {
    const { remote, adapter, activity, close } = await anAdapter();
    await adapter.turn(activity, async (context) => {
      await context.sendTraceActivity('state', { secret: true });
    });
    assert.deepEqual(remote.arrivals, []);
    await close();
  });
});
