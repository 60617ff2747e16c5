import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalCompany, LocalPerson } from './people.ts';
import { nameOf } from './people.ts';

/** Where a Playground finds its company and leaves its own log. */
export interface PlaygroundFolder {
  readonly config: string;
  readonly log: string;
}

/** Makes the folder of a company's Playground, with its people and chats as the sample book has them. */
export async function writePlaygroundFolder(folder: string, company: LocalCompany): Promise<PlaygroundFolder> {
  await mkdir(folder, { recursive: true });
  const config = join(folder, '.m365agentsplayground.yml');
  await writeFile(config, JSON.stringify(playgroundConfig(company), undefined, 2));
  return { config, log: join(folder, 'playground.log') };
}

/**
 * The configuration of Agents Playground 0.2.28. Its schema is strict; YAML, of which JSON is a part.
 *
 * Ids of chats differ between the two, because one assistant serves both.
 */
export function playgroundConfig(company: LocalCompany): object {
  return {
    version: '0.1.1',
    tenantId: company.tenant,
    bot: { id: '28:bot-1', name: 'Partner Assistant' },
    currentUser: playgroundUser(company.currentUser),
    users: company.others.map(playgroundUser),
    personalChat: { id: `${company.side}-personal-chat` },
    groupChat: { id: `${company.side}-group-chat`, name: `${company.name} group` },
    team: {
      id: `${company.side}-team`,
      name: `${company.name} team`,
      aadGroupId: company.tenant.replace(/.$/, '0'),
      channels: [{ id: `${company.side}-channel`, name: 'Announcements' }],
    },
  };
}

function playgroundUser(person: LocalPerson): object {
  return {
    id: `29:${person.email}`,
    name: nameOf(person),
    userPrincipleName: person.email,
    aadObjectId: person.objectId,
    givenName: person.givenName,
    surname: person.surname,
    email: person.email,
  };
}
