import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { PersonId, TenantId, tenantOf } from '../domain/shared/ids.ts';

/** How the assistant proves to Teams who it is: one shape for each kind of Bot Framework registration. */
export type Credentials =
  | { readonly kind: 'production'; readonly appType: 'SingleTenant'; readonly appId: string; readonly appPassword: string; readonly appTenantId: string }
  | { readonly kind: 'production'; readonly appType: 'MultiTenant'; readonly appId: string; readonly appPassword: string }
  | { readonly kind: 'production'; readonly appType: 'UserAssignedMSI'; readonly appId: string; readonly appTenantId: string };

interface Common {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly folder: string;
  readonly partnerTenants: readonly TenantId[];
  /** Global admins from the first start; their tenants are among `partnerTenants`. */
  readonly partnerAdmins: readonly PersonId[];
  /** Hour of the recipient's day, 0 to 23, from which notices go out. */
  readonly noticeHour: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** What Prometheus shows to read /metrics from another machine. */
  readonly metricsToken?: string;
  /** The address that customers open, without a slash at the end. */
  readonly publicUrl: string;
  /** Proxies in front that add to X-Forwarded-For: which of its entries names the client. */
  readonly trustedProxies: number;
}

/** No credentials: this machine only, a sample book and two Playgrounds. `bookKey` absent: kept in the data folder. */
export interface LocalConfig extends Common {
  readonly mode: 'local';
  /** Where this machine reaches the assistant. */
  readonly address: string;
  readonly bookKey?: string;
  readonly sampleBook: boolean;
  readonly playgrounds: boolean;
}

/** Behind Teams. */
export interface ProductionConfig extends Common {
  readonly mode: 'production';
  readonly credentials: Credentials;
  readonly bookKey: string;
}

export type Config = LocalConfig | ProductionConfig;

/** A configuration, or the one line that says which variable is wrong and what to write. The line never repeats a value. */
export type ConfigResult = { readonly kind: 'config'; readonly config: Config } | { readonly kind: 'refused'; readonly line: string };

export type Environment = Readonly<Record<string, string | undefined>>;

const guid = TenantId.transform(String);
const numberIn = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
const wordAmong = <const Word extends string>(words: readonly Word[]) => z.string().toLowerCase().pipe(z.enum(words));
const matching = (form: RegExp) => z.string().regex(form);
const onOff = z.enum(['on', 'off']);
const list = z.string().transform((text) => [...new Set(text.split(',').map((entry) => entry.trim().toLowerCase()))].filter((entry) => entry !== ''));
const personOfTenant = PersonId.refine((person) => [person.slice(0, 36), person.slice(37)].every((id) => TenantId.safeParse(id).success));

const Variables = z.object({
  NODE_ENV: z.string().optional(),
  TEST_POSTGRES_URL: z.string().optional(),
  PORT: numberIn(1, 65_535).default(3978),
  HOST: matching(/^[\w.:-]+$/).optional(),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: wordAmong(['singletenant', 'multitenant', 'userassignedmsi']).optional(),
  MicrosoftAppTenantId: guid.optional(),
  STORE_URL: z
    .string()
    .regex(/^file:(?!\/\/[^/])./i)
    .default('file:./data')
    .transform(folderOf)
    .pipe(z.string()),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/[?#]/.test(url))
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PARTNER_TENANTS: list.pipe(z.array(TenantId).min(1)).optional(),
  PARTNER_ADMINS: list.pipe(z.array(personOfTenant)).default([]),
  BOOK_KEY: matching(/^[0-9a-f]{64}$/i).optional(),
  NOTICE_HOUR: numberIn(0, 23).default(8),
  SAMPLE_BOOK: onOff.optional(),
  LOCAL_PLAYGROUND: onOff.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUSTED_PROXIES: numberIn(0, 9).default(0),
  LOG_LEVEL: wordAmong(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
type Variables = z.infer<typeof Variables>;
type Variable = keyof Variables;

const known = Variables.keyof().options;
/** Those that nobody else uses, so that a name close to one was meant to be it. */
const ours = known.filter((name) => name !== 'NODE_ENV' && name !== 'TEST_POSTGRES_URL');

// Any of them means production.
const credentialNames = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'] as const;

/** What to write instead, for the line of a refusal. */
const cures: Record<Variable, string> = {
  NODE_ENV: 'Write production or nothing.',
  TEST_POSTGRES_URL: 'It is for the tests only.',
  PORT: 'Write a number from 1 to 65535, for example PORT=3978.',
  HOST: 'Write a name or an address to listen on, for example HOST=127.0.0.1.',
  MicrosoftAppId: 'Write the application (client) id of the Azure Bot, a GUID.',
  MicrosoftAppPassword: 'Write the client secret of the Azure Bot.',
  MicrosoftAppType: 'Write SingleTenant, MultiTenant or UserAssignedMSI.',
  MicrosoftAppTenantId: 'Write the directory (tenant) id of the Azure Bot, a GUID.',
  STORE_URL: 'Write file: and a folder, for example STORE_URL=file:./data.',
  PUBLIC_URL: 'Write the address that customers open, for example PUBLIC_URL=https://assistant.example.com.',
  PARTNER_TENANTS: 'Write the directory (tenant) ids of the partner, GUIDs separated by commas.',
  PARTNER_ADMINS: 'Write tenantId/objectId of each global admin, two GUIDs with a slash between, separated by commas.',
  BOOK_KEY: 'Write 64 hex characters, for example from: openssl rand -hex 32',
  NOTICE_HOUR: 'Write an hour from 0 to 23, for example NOTICE_HOUR=8.',
  SAMPLE_BOOK: 'Write on or off.',
  LOCAL_PLAYGROUND: 'Write on or off.',
  METRICS_TOKEN: 'Write at least 16 characters that nobody guesses, or nothing: then only this machine reads /metrics.',
  TRUSTED_PROXIES: 'Write how many proxies stand in front of the assistant and add to X-Forwarded-For, or nothing when there is none.',
  LOG_LEVEL: 'Write debug, info, warn, error or silent.',
};

/**
 * Reads the environment once. No Bot Framework variable at all means local mode; with any of them the configuration is complete, or refused.
 *
 * Refuses what is half, misspelt or contradictory rather than guess: the stock SDK lets anybody in when the app id is missing.
 */
export function readConfig(env: Environment): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const refused = misspelt(Object.keys(given)) ?? blankCredential(env) ?? laterStore(given['STORE_URL']);
  if (refused !== undefined) return refused;
  const parsed = Variables.safeParse(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value?.trim()])));
  if (!parsed.success) return refuseIssue(parsed.error.issues[0]?.path ?? []);
  const isLocal = credentialNames.every((name) => parsed.data[name] === undefined);
  return isLocal ? localConfig(parsed.data) : productionConfig(parsed.data);
}

/** The environment of this process. Nobody else reads it. */
export function environment(): Environment {
  return process.env;
}

/** What the package of the Teams app is made with; it needs no further configuration. */
export function manifestValues({ MicrosoftAppId: appId, PUBLIC_URL: publicUrl }: Environment): Readonly<Record<'appId' | 'publicUrl', string | undefined>> {
  return { appId, publicUrl };
}

/** Whether a script of npm started this process. */
export function isStartedByNpm(env: Environment): boolean {
  return env['npm_lifecycle_event'] !== undefined;
}

/** The environment for a child process: everything but what is ours, so that no secret goes where it is not needed. */
export function environmentForChildren(env: Environment): Record<string, string> {
  const foreign = Object.entries(env).filter(([name]) => !isKnown(name));
  return Object.fromEntries(foreign.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

const localTenant = TenantId.parse('11111111-1111-4111-8111-111111111111');

function localConfig(variables: Variables): ConfigResult {
  if (variables.NODE_ENV === 'production')
    return refuse(
      'NODE_ENV',
      'is production, but there are no Bot Framework credentials. Set MicrosoftAppId and its companions, or leave NODE_ENV out for local mode.',
    );
  const host = variables.HOST ?? '127.0.0.1';
  if (!isLoopback(host))
    return refuse(
      'HOST',
      'is open to other machines, but there are no Bot Framework credentials. Set MicrosoftAppId and its companions, or write HOST=127.0.0.1.',
    );
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${variables.PORT}`;
  const common = commonConfig(variables, { host, publicUrl: variables.PUBLIC_URL ?? address, partnerTenants: variables.PARTNER_TENANTS ?? [localTenant] });
  if (common.kind === 'refused') return common;
  const bookKey = variables.BOOK_KEY === undefined ? {} : { bookKey: variables.BOOK_KEY };
  const config = { ...common.config, ...bookKey, address, sampleBook: variables.SAMPLE_BOOK !== 'off', playgrounds: variables.LOCAL_PLAYGROUND !== 'off' };
  return { kind: 'config', config: { mode: 'local', ...config } };
}

function productionConfig(variables: Variables): ConfigResult {
  const credentials = credentialsOf(variables);
  if (credentials.kind === 'refused') return credentials;
  if (variables.SAMPLE_BOOK === 'on')
    return refuse('SAMPLE_BOOK', 'is on, but the sample book is for local mode. Leave it out beside Bot Framework credentials.');
  if (variables.LOCAL_PLAYGROUND === 'on')
    return refuse('LOCAL_PLAYGROUND', 'is on, but Playgrounds are for local mode. Leave it out beside Bot Framework credentials.');
  if (variables.PARTNER_TENANTS === undefined) return refuse('PARTNER_TENANTS', `is missing. ${cures.PARTNER_TENANTS}`);
  if (variables.BOOK_KEY === undefined) return refuse('BOOK_KEY', `is missing. ${cures.BOOK_KEY}`);
  const { PUBLIC_URL: publicUrl, PARTNER_TENANTS: partnerTenants } = variables;
  if (publicUrl?.startsWith('https:') !== true) return refuse('PUBLIC_URL', `is ${publicUrl === undefined ? 'missing' : 'not https'}. ${cures.PUBLIC_URL}`);
  const common = commonConfig(variables, { host: variables.HOST ?? '0.0.0.0', publicUrl, partnerTenants });
  if (common.kind === 'refused') return common;
  return { kind: 'config', config: { mode: 'production', ...common.config, credentials: credentials.credentials, bookKey: variables.BOOK_KEY } };
}

function commonConfig(variables: Variables, place: Pick<Common, 'host' | 'publicUrl' | 'partnerTenants'>): { kind: 'common'; config: Common } | Refused {
  const stranger = variables.PARTNER_ADMINS.findIndex((person) => !place.partnerTenants.includes(tenantOf(person)));
  if (stranger !== -1)
    return refuse(
      'PARTNER_ADMINS',
      `entry ${String(stranger + 1)} is of a tenant that PARTNER_TENANTS does not name. Add that tenant there, or remove the entry.`,
    );
  const { PORT: port, STORE_URL: folder, PARTNER_ADMINS: partnerAdmins, METRICS_TOKEN: metricsToken } = variables;
  const { NOTICE_HOUR: noticeHour, TRUSTED_PROXIES: trustedProxies, LOG_LEVEL: logLevel } = variables;
  const common = { ...place, port, folder, partnerAdmins, noticeHour, trustedProxies, logLevel };
  return { kind: 'common', config: metricsToken === undefined ? common : { ...common, metricsToken } };
}

/** Three kinds of registration, each with what it needs and without what contradicts it (Bot Framework, app types). */
function credentialsOf(variables: Variables): { kind: 'credentials'; credentials: Credentials } | Refused {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword, MicrosoftAppTenantId: appTenantId } = variables;
  if (appId === undefined) return refuse('MicrosoftAppId', `is missing beside other Bot Framework variables. ${cures.MicrosoftAppId}`);
  const complete = (credentials: Credentials): { kind: 'credentials'; credentials: Credentials } => ({ kind: 'credentials', credentials });
  const kind = 'production';
  switch (variables.MicrosoftAppType) {
    case 'userassignedmsi':
      if (appPassword !== undefined)
        return refuse('MicrosoftAppPassword', 'has no meaning for UserAssignedMSI. Remove it, or write MicrosoftAppType=SingleTenant.');
      if (appTenantId === undefined) return missing('MicrosoftAppTenantId', 'UserAssignedMSI');
      return complete({ kind, appType: 'UserAssignedMSI', appId, appTenantId });
    case 'singletenant':
      if (appPassword === undefined) return missing('MicrosoftAppPassword', 'SingleTenant');
      if (appTenantId === undefined) return missing('MicrosoftAppTenantId', 'SingleTenant');
      return complete({ kind, appType: 'SingleTenant', appId, appPassword, appTenantId });
    case 'multitenant':
    case undefined:
      if (appTenantId !== undefined)
        return refuse('MicrosoftAppTenantId', 'has no meaning for MultiTenant. Write MicrosoftAppType=SingleTenant, or remove MicrosoftAppTenantId.');
      if (appPassword === undefined) return missing('MicrosoftAppPassword', 'MultiTenant');
      return complete({ kind, appType: 'MultiTenant', appId, appPassword });
  }
}

type Refused = Extract<ConfigResult, { readonly kind: 'refused' }>;

function refuse(name: string, why: string): Refused {
  return { kind: 'refused', line: `${name} ${why}` };
}

function missing(name: Variable, kind: Credentials['appType']): Refused {
  return refuse(name, `is missing, but ${kind} needs it. ${cures[name]}`);
}

function refuseIssue(path: readonly PropertyKey[]): Refused {
  const name = known.find((variable) => variable === path[0]) ?? 'NODE_ENV';
  const entry = typeof path[1] === 'number' ? `, entry ${String(path[1] + 1)},` : '';
  return refuse(`${name}${entry}`, `is not valid. ${cures[name]}`);
}

/** A secret that did not arrive is no wish for local mode, in which nobody is asked who they are. */
function blankCredential(env: Environment): Refused | undefined {
  const blank = credentialNames.find((name) => env[name]?.trim() === '');
  return blank && refuse(blank, `is there, but empty. ${cures[blank]} For local mode leave it out.`);
}

function laterStore(url: string | undefined): Refused | undefined {
  return url !== undefined && /^postgres(ql)?:\/\//i.test(url.trim())
    ? refuse('STORE_URL', 'names PostgreSQL, which comes with a later version. Write STORE_URL=file:./data for the embedded book.')
    : undefined;
}

/** A variable that was surely meant to be ours: otherwise a misspelt secret would silently count as absent. */
function misspelt(names: readonly string[]): Refused | undefined {
  for (const name of names.filter((candidate) => !isKnown(candidate))) {
    const meant = ours.find((candidate) => looksLike(folded(name), folded(candidate)));
    if (meant !== undefined) return refuse(name, `is not a variable of the assistant. Did you mean ${meant}?`);
    if (/^microsoftapp/i.test(name)) return refuse(name, 'is not a variable of the assistant. It knows MicrosoftAppId, -Password, -Type and -TenantId.');
  }
  return undefined;
}

const isKnown = (name: string): boolean => known.some((variable) => variable === name);
const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Other case or underscores, two letters swapped, or in longer names a letter or two wrong. */
function looksLike(name: string, meant: string): boolean {
  const steps = distance(name, meant);
  if (steps <= (meant.length < 7 ? 0 : meant.length < 10 ? 1 : 2)) return true;
  return steps === 2 && [...name].sort().join('') === [...meant].sort().join('');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

/** Absolute path of `file:./data` or `file:///srv/data`; undefined where this machine has no such path. */
function folderOf(url: string): string | undefined {
  if (!url.toLowerCase().startsWith('file://')) return resolve(url.slice('file:'.length));
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}
