import { CloudAdapter } from 'botbuilder';
import type { Activity, InvokeResponse, ResourceResponse, TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { Fault } from '../../domain/shared/fault.ts';
import type { BotAuthentication } from './bot-authentication.ts';
import type { Connector, Destination } from './connector.ts';
import type { SendOutcome } from './send-failure.ts';

type Outgoing = Partial<Activity>;

/**
 * The SDK's adapter with our own way out: one kept-alive pool and visible retries instead of a new client for every turn.
 *
 * The turn itself (context, buffered replies, invoke responses) stays the SDK's. Not used: `process`, which answers malformed bodies
 * with 500 and tells the caller why.
 */
export class TeamsAdapter extends CloudAdapter {
  private readonly settled: AuthenticateRequestResult;
  private readonly connector: Connector;

  constructor(authentication: BotAuthentication, connector: Connector) {
    super(authentication);
    this.settled = authentication.settled;
    this.connector = connector;
  }

  /** Runs one turn of an activity whose bringer has been let in. */
  turn(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.settled, activity, logic);
  }

  /** Throws `Fault('send-failed')`, whose cause is a SendFailure, when Teams does not take one of them. */
  override async sendActivities(context: TurnContext, activities: Outgoing[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      responses.push(
        activity.type === 'message' || activity.type === 'typing'
          ? taken(await this.connector.send(destinationOf(context, activity, activity.replyToId), activity))
          : ((await super.sendActivities(context, [activity]))[0] ?? { id: '' }),
      );
    }
    return responses;
  }

  override async updateActivity(context: TurnContext, activity: Outgoing): Promise<ResourceResponse> {
    return taken(await this.connector.update(destinationOf(context, activity, activity.id), activity));
  }
}

function destinationOf(context: TurnContext, activity: Outgoing, activityId: string | undefined): Destination {
  return {
    serviceUrl: activity.serviceUrl ?? context.activity.serviceUrl,
    conversation: activity.conversation?.id ?? context.activity.conversation.id,
    ...(activityId === undefined ? {} : { activityId }),
  };
}

function taken(outcome: SendOutcome): ResourceResponse {
  if (outcome.sent) return { id: outcome.activityId };
  throw new Fault('send-failed', { detail: outcome.failure.kind, cause: outcome.failure });
}
