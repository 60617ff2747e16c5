import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';
import { createServer, plugins } from 'restify';
import { tellParent } from './echo-process.ts';

/**
 * The stock echo: botbuilder's EchoBot sample behind restify, without credentials; besides, it answers a clicked card with its text.
 *
 * Run as a child process; tells its port to the parent.
 */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text));
      await next();
    });
  }

  override async onAdaptiveCardInvoke() {
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: { text: 'Echo' } };
  }
}

const bot = new EchoBot();
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => tellParent(server.address().port));
