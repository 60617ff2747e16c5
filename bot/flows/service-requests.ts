import { z } from 'zod';
import type { CardAction } from '../../cards/actions.ts';
import { mayNotActText } from '../../cards/acting-words.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { longestNote, serviceRequestCard } from '../../cards/service-request.card.ts';
import { serviceRequestsCard } from '../../cards/service-requests.card.ts';
import type { ServiceRequestsView } from '../../cards/service-requests.card.ts';
import { looksLikeKeys } from '../../domain/product-keys/key-in-message.ts';
import type { MoveServiceRequestRefusal, NoteServiceRequestRefusal } from '../../domain/service-requests/commands.ts';
import type { ServiceRequestId } from '../../domain/shared/ids.ts';
import { requestView } from '../conversation/acting/request-view.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Clicks, Context, Page } from '../conversation/context.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;
const rowsPerCard = 5;

/** The partner's service requests that are not closed. */
export const serviceRequests: Page = { show: async (context, after) => serviceRequestsCard(context.say, await listed(context, after)) };

async function listed({ book, who }: Here, after?: string): Promise<ServiceRequestsView> {
  const page = await book.list('open-requests-of-partner', { key: who.tenant, limit: rowsPerCard, ...(after === undefined ? {} : { after }) });
  const rows = await Promise.all(
    page.rows.map(async ({ value: request }) => ({ request, customer: (await book.read('customer', request.customer))?.value.name ?? request.customer })),
  );
  return { rows, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** One request with its text, its steps and its notes; the list where it is not this partner's. */
async function cardOf(context: Here, id: ServiceRequestId, problem?: string): Promise<AdaptiveCard> {
  const { say } = context;
  const view = await requestView(context, id);
  if (view === undefined) return serviceRequestsCard(say, { ...(await listed(context)), problem: say('request.not-found') });
  return serviceRequestCard(say, { ...view, ...(problem === undefined ? {} : { problem }) });
}

async function show(context: Here, { request }: Click<'show-service-request'>): Promise<Answered> {
  return { card: await cardOf(context, request) };
}

const WithNumber = z.object({ number: z.string().trim().min(1).max(40) });

/** A step on its way; with Microsoft's number, where one stands in the field. */
async function move(context: Here, { request, to }: Click<'move-service-request'>, inputs: object): Promise<Answered> {
  const { who, execute, say } = context;
  const typed = WithNumber.safeParse(inputs).data;
  if (typed !== undefined && looksLikeKeys(typed.number)) return { card: await cardOf(context, request, say('request.has-key')) };
  const by = { commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name };
  const result = await execute({ type: 'move-service-request', ...by, request, to, ...typed });
  return { card: await cardOf(context, request, result.kind === 'done' ? undefined : refusedText(context, result.refusal)) };
}

const WithNote = z.object({ note: z.string().trim().min(1).max(longestNote) });

/** A note, as it was typed. */
async function note(context: Here, { request }: Click<'note-service-request'>, inputs: object): Promise<Answered> {
  const { who, execute, say } = context;
  const typed = WithNote.safeParse(inputs).data;
  if (typed === undefined) return { card: await cardOf(context, request, say('request.note-missing')) };
  if (looksLikeKeys(typed.note)) return { card: await cardOf(context, request, say('request.has-key')) };
  const by = { commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name };
  const result = await execute({ type: 'note-service-request', ...by, request, text: typed.note });
  return { card: await cardOf(context, request, result.kind === 'done' ? undefined : refusedText(context, result.refusal)) };
}

function refusedText({ say }: Here, refusal: MoveServiceRequestRefusal | NoteServiceRequestRefusal): string {
  switch (refusal.kind) {
    case 'may-not-act':
      return mayNotActText(say, refusal.because);
    case 'request-not-found':
      return say('request.not-found');
    case 'not-from-here':
      return say('request.not-from-here');
    case 'closed':
      return say('request.closed-already');
  }
}

/** What the buttons of a service request do. */
export const serviceRequestClicks = { 'show-service-request': show, 'move-service-request': move, 'note-service-request': note } satisfies Partial<Clicks>;
