import { createServer } from 'node:http';
import { environmentForChildren } from '../../bot/config.ts';
import { createLog } from '../../bot/platform/log.ts';
import { startPlaygrounds } from '../../bot/platform/playgrounds/start-playgrounds.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { connectorContract } from '../support/fake-connector-contract.ts';
import { listening, portOf } from '../support/loopback.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { handClock } from './hand-clock.ts';

const aConnector = () => createConnector({ bearer: async () => undefined, ...handClock(), log: createLog('silent') });

connectorContract('our fake', async (use) => {
  const remote = await startFakeConnector();
  const connector = aConnector();
  await use({ connector, serviceUrl: remote.serviceUrl, conversation: 'a:1jana', member: '29:1jana' });
  await Promise.all([connector.close(), remote.close()]);
});

connectorContract('the Agents Playground', (use) =>
  inTempFolder(async (folder) => {
    const assistant = await listening(createServer((_request, response) => response.end('{}')));
    const endpoint = `http://127.0.0.1:${String(portOf(assistant))}/api/messages`;
    const playgrounds = await startPlaygrounds({ folder, endpoint, environment: environmentForChildren(process.env), log: createLog('silent') });
    const connector = aConnector();
    try {
      await use({
        connector,
        serviceUrl: `${playgrounds.partner.address}/_connector`,
        conversation: 'partner-personal-chat',
        member: '29:jana.novakova@northwind-partner.example',
      });
    } finally {
      await Promise.all([connector.close(), playgrounds.stop()]);
      assistant.close();
    }
  }),
);
