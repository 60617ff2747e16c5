import { z } from 'zod';
import type { ConversationAddress, MemberProfile } from '../../domain/shared/turn.ts';
import type { Connector } from './connector.ts';

const patienceMs = 2000;
const longest = 320;

const text = z.string().min(1).max(longest).optional().catch(undefined);
const Member = z.object({ userPrincipalName: text, email: text, name: text });

/** What Teams knows of the person at this address. Undefined when it does not say, or not within two seconds. */
export async function profileOf(connector: Connector, address: ConversationAddress): Promise<MemberProfile | undefined> {
  const member = Member.safeParse(await connector.member(address, address.user.id, patienceMs)).data;
  if (member === undefined) return undefined;
  const { userPrincipalName, email, name } = member;
  return {
    ...(userPrincipalName === undefined ? {} : { upn: userPrincipalName.toLowerCase() }),
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
  };
}
