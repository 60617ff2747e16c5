import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ConnectorFactory } from 'botframework-connector';
import type { AuthenticateRequestResult, ClaimsIdentity, ConnectorClient, UserTokenClient } from 'botframework-connector';

type Authentication = ConfigurationBotFrameworkAuthentication;
type MakeConnector = (serviceUrl: string, audience?: string) => Promise<ConnectorClient>;

const remembered = 32;

/** Gives out connector clients that were made before. */
class SharedConnectors extends ConnectorFactory {
  private readonly make: MakeConnector;

  constructor(make: MakeConnector) {
    super();
    this.make = make;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return this.make(serviceUrl, audience);
  }
}

/**
 * The SDK's authentication, whose connector and token clients are made once.
 *
 * The stock adapter builds both, with a whole request pipeline, for every turn: a third of its time, for clients that a turn
 * seldom uses. What is checked, and how, stays the SDK's.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new Map<string, Promise<ConnectorClient>>();
  private userTokens: Promise<UserTokenClient> | undefined;

  override async authenticateRequest(...asked: Parameters<Authentication['authenticateRequest']>): Promise<AuthenticateRequestResult> {
    const authentic = await super.authenticateRequest(...asked);
    return { ...authentic, connectorFactory: this.createConnectorFactory(authentic.claimsIdentity) };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new SharedConnectors((serviceUrl, audience) => {
      const known = this.connectors.get(serviceUrl);
      if (known !== undefined) return known;
      const made = super.createConnectorFactory(identity).create(serviceUrl, audience);
      if (this.connectors.size < remembered) this.connectors.set(serviceUrl, made);
      return made;
    });
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return (this.userTokens ??= super.createUserTokenClient(identity));
  }
}
