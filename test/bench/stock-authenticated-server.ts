import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';
import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { createServer, plugins } from 'restify';
import { benchApp, benchTrust } from './bench-trust.ts';
import { tellParent } from './echo-process.ts';

/**
 * The stock echo (echo-stock-server.ts) with an app id: it verifies the token of every activity with the SDK's own means, against the keys of the
 * measurement's issuer, and answers with a token that it has already.
 *
 * Run as a child process; tells its port to the parent.
 */
class ReadyToken extends AppCredentials {
  override async getToken(): Promise<string> {
    return 'a-token-that-is-ready';
  }

  protected override refreshToken(): Promise<never> {
    return Promise.reject(new Error('never asked for'));
  }
}

class ReadyTokens extends ServiceClientCredentialsFactory {
  override isValidAppId = async (appId: string) => appId === benchApp;
  override isAuthenticationDisabled = async () => false;
  override createCredentials = async () => new ReadyToken(benchApp);
}

const { openIdMetadataUrl, issuer } = benchTrust();
const configuration = {
  MicrosoftAppId: benchApp,
  MicrosoftAppPassword: 'not-a-secret',
  MicrosoftAppType: 'MultiTenant',
  ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
  ToBotFromChannelTokenIssuer: issuer,
  ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
};
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, new ReadyTokens()));

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
