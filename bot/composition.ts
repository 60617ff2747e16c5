import { faultCard } from '../cards/conversation.card.ts';
import { sayIn } from '../cards/messages/say.ts';
import type { Execute } from '../domain/commands.ts';
import type { Fault } from '../domain/shared/fault.ts';
import type { CommandId, OfferCode } from '../domain/shared/ids.ts';
import { languageOf } from '../domain/shared/language.ts';
import type { Log, Secrets } from '../domain/shared/ports.ts';
import type { Store } from '../domain/shared/store.port.ts';
import { executor } from './commands/execute.ts';
import { keepShown } from './commands/keep-shown.ts';
import { remember } from './commands/remember.ts';
import type { Config } from './config.ts';
import { appointsFirst } from './conversation/appoints-first.ts';
import type { Links } from './conversation/context.ts';
import { createOfferDesk } from './conversation/offers/desk.ts';
import { outgoingCard } from './conversation/offers/outgoing.ts';
import { createRenewalDesk } from './conversation/renewals/desk.ts';
import { createTurn } from './conversation/turn.ts';
import { languageOfPerson } from './conversation/who.ts';
import { conversations } from './flows/index.ts';
import type { Metrics } from './http/metrics.ts';
import { createMetrics } from './http/metrics.ts';
import type { Route } from './http/pages.ts';
import type { HttpServer } from './http/server.ts';
import { createHttpServer } from './http/server.ts';
import { keepBookKey, localBookKey } from './platform/book-key.ts';
import { systemClock as clock } from './platform/clock.ts';
import { newCode, newId } from './platform/ids.ts';
import { createSecrets } from './platform/secrets.ts';
import { systemTimers as timers } from './platform/timers.ts';
import { hasBook } from './store/lowdb/book-files.ts';
import type { LowdbStore } from './store/lowdb/lowdb-store.ts';
import { openLowdbStore } from './store/lowdb/lowdb-store.ts';
import { breathing } from './sweeps/breathing.ts';
import type { NoticeSweep } from './sweeps/notice-sweep.ts';
import { createNoticeSweep } from './sweeps/notice-sweep.ts';
import type { Outbox } from './sweeps/outbox.ts';
import { createOutbox } from './sweeps/outbox.ts';
import { waking } from './sweeps/waking.ts';
import { createTeams } from './teams/teams.ts';
import type { Teams, TeamsOptions } from './teams/teams.ts';
import { offerPage } from './web/offer-page.ts';
import { pageAssets } from './web/page-assets.ts';
import type { PageAssets } from './web/page-assets.ts';
import { publicPages } from './web/public-pages.ts';
import { renewalsTab } from './web/renewals-tab.ts';
import type { RenewalsTab } from './web/renewals-tab.ts';
import { createSsoCheck } from './web/sso-token.ts';

/** An open book, and the one way to change it. */
export interface Book {
  readonly store: LowdbStore;
  readonly secrets: Secrets;
  readonly execute: Execute;
}

/** The assistant behind its door. */
export interface Assistant {
  listen(): Promise<void>;
  /** Takes nothing new, finishes the turns under way, ends the connections to Teams. The book stays open. */
  close(): Promise<void>;
}

/** What lies outside, and who speaks for it; the public cloud where nothing is said. */
export interface Outside extends Pick<TeamsOptions, 'trust' | 'bearer'> {
  /** Where the keys are published that sign people in on pages. */
  readonly ssoKeysUrl?: string;
}

/** What the parts of the assistant have around them. */
interface Around {
  readonly teams: Teams;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * Opens the book of a configuration. The caller holds its lock and closes its store.
 *
 * `onFailure` hears of the first write that failed: the process must end then.
 */
export async function openBook(config: Config, log: Log, onFailure: (fault: Fault) => void): Promise<Book> {
  const { folder } = config;
  const place = { folder, hasBook: await hasBook(folder) };
  const secrets = createSecrets(config.bookKey ?? (await localBookKey(place)));
  await keepBookKey(place, secrets);
  const store = await openLowdbStore({ folder, clock, log, onFailure });
  if (config.mode === 'production' && !place.hasBook) log.warn({ folder }, `a new book was begun in ${folder}`);
  return { store, secrets, execute: executor({ store, clock, noticeHour: config.noticeHour }) };
}

/**
 * Joins the rooms: the door, the conversations, the book.
 *
 * @param outside who signs for Teams and for people, and gives our tokens
 */
export function compose(config: Config, book: Book, log: Log, { ssoKeysUrl, ...channel }: Outside = {}): Assistant {
  const { secrets } = book;
  // what a command puts into the outbox goes out at once
  const store = waking(book.store, () => outbox.wake());
  const execute = executor({ store, clock, noticeHour: config.noticeHour });
  const metrics = metricsOf(store, () => outbox);
  const { links, routes } = pagesOf(config, { store, secrets, execute }, log, ssoKeysUrl);
  const handleTurn = createTurn({
    book: store,
    execute,
    remember: remember({ store, clock }),
    secrets,
    clock,
    newId,
    newCode,
    links,
    profileOf: (address) => teams.profileOf(address),
    noticeHour: config.noticeHour,
    partnerTenants: config.partnerTenants,
    conversations,
    ...(config.mode === 'local' ? { greetFirst: appointsFirst(config.partnerTenants, { book: store, execute, newId, log }) } : {}),
  });
  const teams = createTeams({
    ...channel,
    credentials: config.mode === 'local' ? { kind: 'local' } : config.credentials,
    handleTurn,
    onFault: (incoming, errorId) => ({ kind: 'card', card: faultCard(sayIn(languageOf(incoming.locale) ?? 'en'), errorId) }),
    onTurn: turnsIn(metrics, () => outbox),
    onShown: placesOfCards(store, log),
    log,
    clock,
    timers,
    newId,
  });
  const calm = breathing(store, { clock, timers });
  const outbox = outboxOf(config, { store: calm, secrets }, links, { teams, metrics, log });
  const notices = noticesOf(config, calm, { metrics, log });
  const http = doorOf(config, store, { teams, metrics, log }, routes);
  return assistantOf(config, { http, outbox, notices, teams });
}

/** In which order the parts begin and end. */
function assistantOf(
  { host, port }: Config,
  { http, outbox, notices, teams }: { readonly http: HttpServer; readonly outbox: Outbox; readonly notices: NoticeSweep; readonly teams: Teams },
): Assistant {
  return {
    listen: async () => {
      await http.listen({ host, port });
      outbox.start();
      notices.start();
    },
    close: async () => {
      await Promise.all([http.close(), notices.stop(), outbox.stop()]);
      await teams.close();
    },
  };
}

function metricsOf(store: Store, outbox: () => Outbox): Metrics {
  return createMetrics(
    () => store.count('outbox-by-due', { key: 'all' }),
    () => outbox().standing(),
  );
}

/** What is said in chats counts in the channel's limit, too. */
function turnsIn(metrics: Metrics, outbox: () => Outbox): NonNullable<TeamsOptions['onTurn']> {
  return (turn) => {
    metrics.turn(turn);
    if (turn.said === 'text') outbox().passed(turn.tenant);
  };
}

/** The HTTP server: Teams, the operator's pages, and the pages that people open. */
function doorOf(config: Config, store: Store, { teams, metrics, log }: Around, more: readonly Route[]): HttpServer {
  return createHttpServer({
    receive: (request) => teams.receive(request),
    isReady: () => isReady(store),
    metrics,
    metricsToken: config.metricsToken,
    routes: [...publicPages(), ...more],
    trustedProxies: config.trustedProxies,
    thisMachineOnly: config.mode === 'local',
    log,
    clock,
    timers,
    newId,
  });
}

/** The pages that people open from the chat, and their addresses. */
function pagesOf(
  config: Config,
  book: Pick<Book, 'secrets' | 'execute'> & { readonly store: Store },
  log: Log,
  keysUrl: string | undefined,
): { readonly links: Links; readonly routes: readonly Route[] } {
  const around = { log, assets: pageAssets(), keysUrl };
  const tab = renewalsTabOf(config, book, around);
  const links = { offer: (code: OfferCode) => `${config.publicUrl}/o/${code}`, dashboard: tab.linkFor };
  return { links, routes: [...offerPageOf(config, book, around), ...tab.routes] };
}

/** What these pages have around them. */
interface AroundPages {
  readonly log: Log;
  readonly assets: PageAssets;
  readonly keysUrl: string | undefined;
}

/** The page that the link of an offer opens. People sign in on it where Teams knows the assistant. */
function offerPageOf(config: Config, book: Pick<Book, 'secrets' | 'execute'> & { readonly store: Store }, around: AroundPages): readonly Route[] {
  const { store, secrets, execute } = book;
  return offerPage({ desk: createOfferDesk({ book: store, execute, secrets, clock }), book: store, ...signedInPage(config, book, around) });
}

/** The dashboard of renewals. */
function renewalsTabOf(config: Config, book: Pick<Book, 'secrets'> & { readonly store: Store }, around: AroundPages): RenewalsTab {
  // a file of all ends reads as much as a sweep does
  const calm = breathing(book.store, { clock, timers });
  const desk = createRenewalDesk({ book: calm, clock, partnerTenants: config.partnerTenants });
  return renewalsTab({ desk, ...signedInPage(config, book, around) });
}

/** What both need: who signs people in, what burns what is good once, and chance. */
function signedInPage(config: Config, { store, secrets }: Pick<Book, 'secrets'> & { readonly store: Store }, { log, assets, keysUrl }: AroundPages) {
  const { publicUrl } = config;
  const keep = remember({ store, clock });
  const appId = config.mode === 'production' ? config.credentials.appId : undefined;
  return {
    burn: (commandId: CommandId) => keep({ commandId, expect: [], put: [], remove: [] }),
    checkSso: appId === undefined ? undefined : createSsoCheck({ appId, host: new URL(publicUrl).hostname, clock, keysUrl }),
    appId,
    publicUrl,
    secrets,
    clock,
    newId,
    log,
    assets,
  };
}

/** Where cards stand that change in place, told by the chat, kept in the book. */
function placesOfCards(store: Store, log: Log): NonNullable<TeamsOptions['onShown']> {
  const keep = keepShown({ store, clock, newId, log });
  return ({ incoming: { from, locale }, activityId, shows }) =>
    keep({ person: from.person, activityId, shows, language: () => languageOfPerson(store, from.person, locale) });
}

/** What speaks up unasked: cards drawn from the book as it stands when they go out, each in its reader's language. */
function outboxOf(
  { noticeHour }: Config,
  { store, secrets }: Pick<Book, 'secrets'> & { readonly store: Store },
  links: Links,
  { teams, metrics, log }: Around,
): Outbox {
  return createOutbox({
    store,
    noticeHour,
    notifier: teams.notifier,
    draw: (what, { person, language }) => outgoingCard({ book: store, secrets, links, now: clock.now(), language }, what, person),
    speaks: (person, locale) => languageOfPerson(store, person, locale),
    clock,
    timers,
    newId,
    log,
    onResult: (result) => metrics.unasked(result),
    onTold: (told) => metrics.told(told),
  });
}

/** What finds the renewals and endings of which somebody is to be told. */
function noticesOf({ partnerTenants: partners, noticeHour }: Config, store: Store, { metrics, log }: Pick<Around, 'metrics' | 'log'>): NoticeSweep {
  return createNoticeSweep({ store, clock, timers, newId, noticeHour, partners, log, onDue: ({ side }) => metrics.due(side) });
}

function isReady(store: Store): Promise<boolean> {
  return store.check().then(
    () => true,
    () => false,
  );
}
