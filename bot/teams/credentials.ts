import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AppCredentials, AuthenticationConstants } from 'botframework-connector';
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

/** The same in the SDK's words. Throws `Fault('configuration')` for a blank app id, which the SDK takes for "let everybody in". */
export function sdkConfiguration(credentials: Credentials): Readonly<Record<string, string | undefined>> {
  if (credentials.kind === 'local') return {};
  if (credentials.appId.trim() === '') throw new Fault('configuration', { detail: 'an app id is needed' });
  return {
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.appType,
    MicrosoftAppPassword: credentials.appPassword,
    MicrosoftAppTenantId: credentials.appTenantId,
  };
}

/** Gives the token that lets the assistant speak; undefined in local mode. */
export type Bearer = () => Promise<string | undefined>;

/**
 * The SDK's own way to a token for these credentials. Throws `Fault('configuration')` where they do not fit together.
 *
 * The SDK keeps a token until five minutes before its end, but fetches it once for each that asks at the same moment: here they wait for one.
 */
export function bearerFor(credentials: Credentials): Bearer {
  if (credentials.kind === 'local') return async () => undefined;
  const factory = sdkFactory(credentials);
  return sharedWhilePending(() => newestToken(credentials.appId, factory));
}

/** Callers at the same moment wait for one call. */
export function sharedWhilePending<T>(call: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined;
  const forget = () => {
    pending = undefined;
  };
  return () => (pending ??= call().finally(forget));
}

function sdkFactory(credentials: Credentials): ConfigurationServiceClientCredentialFactory {
  const configuration = sdkConfiguration(credentials);
  try {
    return new ConfigurationServiceClientCredentialFactory(configuration);
  } catch (cause) {
    throw new Fault('configuration', { detail: 'the Bot Framework credentials do not fit together', cause });
  }
}

async function newestToken(appId: string, factory: ConfigurationServiceClientCredentialFactory): Promise<string> {
  const scope = AuthenticationConstants.ToChannelFromBotOAuthScope;
  const credentials = await factory.createCredentials(appId, scope, AuthenticationConstants.ToChannelFromBotLoginUrl, true);
  if (credentials instanceof AppCredentials) return credentials.getToken();
  throw new Fault('configuration', { detail: 'these credentials give no token' });
}
