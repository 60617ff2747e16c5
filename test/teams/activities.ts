/** Activities as Teams sends them, for jana of the partner in her one-to-one chat. */
export const partnerTenant = '11111111-1111-4111-8111-111111111111';
export const jana = { id: '29:1jana', name: 'Jana Nováková', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' };
export const assistant = { id: '28:bot-1', name: 'Partner Assistant' };

export type Wire = Readonly<Record<string, unknown>>;

export function anActivity(serviceUrl: string, more: Wire): Wire {
  return {
    id: '1700000000001',
    timestamp: '2026-03-01T09:00:00.1234567Z',
    localTimestamp: '2026-03-01T10:00:00.1234567+01:00',
    localTimezone: 'Europe/Prague',
    channelId: 'msteams',
    serviceUrl,
    from: jana,
    recipient: assistant,
    conversation: { id: 'a:1jana', conversationType: 'personal', tenantId: partnerTenant },
    channelData: { tenant: { id: partnerTenant } },
    locale: 'cs-CZ',
    ...more,
  };
}

export function aMessage(serviceUrl: string, text: string, more: Wire = {}): Wire {
  return anActivity(serviceUrl, { type: 'message', text, textFormat: 'plain', ...more });
}

export function aClick(serviceUrl: string, verb: string, data: unknown, more: Wire = {}): Wire {
  const value = { action: { type: 'Action.Execute', title: 'x', verb, data }, trigger: 'manual' };
  return anActivity(serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: '1700000000000', ...more });
}
