import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AppCredentials, AuthenticationConstants, ServiceClientCredentialsFactory } from 'botframework-connector';
import { Fault } from '../../domain/shared/fault.ts';

/**
 * Who the assistant is to the Bot Framework.
 *
 * `local`: nobody is asked for a token, and only this machine may talk to it. `production`: every activity carries a verified token.
 */
export type Credentials =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'production';
      readonly appId: string;
      /** Needed by MultiTenant and SingleTenant, forbidden for UserAssignedMSI. */
      readonly appPassword?: string;
      readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
      /** Needed by SingleTenant and UserAssignedMSI. */
      readonly appTenantId?: string;
    };

type SdkFactory = ConfigurationServiceClientCredentialFactory;

/**
 * The SDK's maker of tokens, with one answer changed: whether everybody may come in is said by the mode and nothing else.
 * The SDK alone would open the door when an app id is missing.
 */
class BotCredentials extends ServiceClientCredentialsFactory {
  private readonly sdk: SdkFactory;
  private readonly isLocal: boolean;

  constructor(sdk: SdkFactory, isLocal: boolean) {
    super();
    this.sdk = sdk;
    this.isLocal = isLocal;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.isLocal;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return this.sdk.isValidAppId(appId);
  }

  override createCredentials(...asked: Parameters<SdkFactory['createCredentials']>): ReturnType<SdkFactory['createCredentials']> {
    return this.sdk.createCredentials(...asked);
  }
}

/** Throws `Fault('configuration')` for credentials with which the SDK would stumble later. */
export function credentialsFactory(credentials: Credentials): ServiceClientCredentialsFactory {
  if (credentials.kind === 'local') return new BotCredentials(new ConfigurationServiceClientCredentialFactory(), true);
  if (credentials.appId.trim() === '') throw new Fault('configuration', { detail: 'an app id is needed' });
  try {
    const sdk = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: credentials.appId,
      MicrosoftAppType: credentials.appType,
      ...(credentials.appPassword === undefined ? {} : { MicrosoftAppPassword: credentials.appPassword }),
      ...(credentials.appTenantId === undefined ? {} : { MicrosoftAppTenantId: credentials.appTenantId }),
    });
    return new BotCredentials(sdk, false);
  } catch (cause) {
    throw new Fault('configuration', { detail: 'the Bot Framework credentials do not fit together', cause });
  }
}

/**
 * The token that lets the assistant speak. The SDK keeps it until five minutes before its end, but fetches it once for each that asks
 * at the same moment: here they wait for one.
 */
export function bearerFor(credentials: Credentials, factory: ServiceClientCredentialsFactory): () => Promise<string | undefined> {
  if (credentials.kind === 'local') return async () => undefined;
  let pending: Promise<string> | undefined;
  const forget = () => {
    pending = undefined;
  };
  return () => (pending ??= newestToken(credentials.appId, factory).finally(forget));
}

async function newestToken(appId: string, factory: ServiceClientCredentialsFactory): Promise<string> {
  const credentials = await factory.createCredentials(
    appId,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    AuthenticationConstants.ToChannelFromBotLoginUrl,
    true,
  );
  if (credentials instanceof AppCredentials) return credentials.getToken();
  throw new Fault('configuration', { detail: 'these credentials give no token' });
}
