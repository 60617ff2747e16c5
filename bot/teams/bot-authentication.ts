import { CallerIdConstants, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity, ConnectorFactory } from 'botframework-connector';
import type { AuthenticateRequestResult, ConnectorClient, UserTokenClient } from 'botframework-connector';
import type { Credentials } from './credentials.ts';
import { sdkConfiguration } from './credentials.ts';

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
 * What the SDK's turn needs to know of the authentication that has already happened (authenticate.ts).
 *
 * Its connector and token clients are made once: the stock adapter builds both, with a whole request pipeline, for every turn, which is
 * a third of its time for clients that a turn seldom uses.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  /** The same for every turn: who may come in is decided before. */
  readonly settled: AuthenticateRequestResult;
  private readonly connectors = new Map<string, Promise<ConnectorClient>>();
  private userTokens: Promise<UserTokenClient> | undefined;

  constructor(credentials: Credentials) {
    super(sdkConfiguration(credentials));
    const claimsIdentity = identityOf(credentials);
    this.settled = {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      callerId: CallerIdConstants.PublicAzureChannel,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
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

function identityOf(credentials: Credentials): ClaimsIdentity {
  if (credentials.kind === 'local') return new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
  const claims = [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim].map((type) => ({ type, value: credentials.appId }));
  return new ClaimsIdentity(claims, true);
}
