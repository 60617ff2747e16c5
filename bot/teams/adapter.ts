import { CloudAdapter, ConfigurationBotFrameworkAuthentication, INVOKE_RESPONSE_KEY, TurnContext } from 'botbuilder';
import type { Activity, InvokeResponse, ResourceResponse } from 'botbuilder';
import { Fault } from '../../domain/shared/fault.ts';
import type { Connector, Destination } from './connector.ts';
import type { Credentials } from './credentials.ts';
import { sdkConfiguration } from './credentials.ts';
import type { SendOutcome } from './send-failure.ts';

type Outgoing = Partial<Activity>;

/**
 * The SDK's adapter with our own way in and out.
 *
 * In: whoever calls `turn` has checked the bringer (authenticate.ts). The stock `process` answers malformed bodies with 500 and tells the caller
 * why, and builds a connector client and a token client, each with a request pipeline, for every turn. Out: one kept-alive pool with visible
 * retries. The context, its middleware and its buffered replies stay the SDK's.
 */
export class TeamsAdapter extends CloudAdapter {
  private readonly connector: Connector;

  constructor(credentials: Credentials, connector: Connector) {
    super(new ConfigurationBotFrameworkAuthentication(sdkConfiguration(credentials)));
    this.connector = connector;
  }

  /** Runs one turn. Gives what belongs into the response: of a clicked card, or for a caller who expects the replies there. */
  async turn(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, logic);
    if (activity.deliveryMode === 'expectReplies') return { status: 200, body: { activities: context.bufferedReplyActivities } };
    return context.turnState.get<{ readonly value: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY)?.value;
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
