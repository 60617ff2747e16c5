import { RoleId } from './records.ts';

/** Everything somebody at the partner does on a customer's behalf, in the order in which it is told. */
export const delegatedTasks = [
  'change-subscription',
  'change-auto-renewal',
  'cancel-subscription',
  'service-request',
  'password-of-user',
  'password-of-admin',
  'manage-users',
  'assign-licences',
] as const;
export type DelegatedTask = (typeof delegatedTasks)[number];

/** Names a role in texts and answers. */
export type RoleSlug =
  | 'directory-readers'
  | 'global-reader'
  | 'service-support-administrator'
  | 'license-administrator'
  | 'password-administrator'
  | 'helpdesk-administrator'
  | 'user-administrator'
  | 'billing-administrator'
  | 'exchange-administrator'
  | 'domain-name-administrator'
  | 'privileged-authentication-administrator'
  | 'global-administrator';

/** A directory role that can be asked for in today's form (GDAP). */
export interface DelegationRole {
  readonly slug: RoleSlug;
  /** Template id, the same in every directory. */
  readonly id: RoleId;
  /** Microsoft's English name. What it is for stands in the messages, by slug. */
  readonly name: string;
  /** What it allows here. Empty: it only lets the partner look, or is for work in Microsoft's own centres. */
  readonly tasks: readonly DelegatedTask[];
  readonly source: string;
  readonly checkedOn: string;
}

const reference = 'Microsoft Entra built-in roles (MicrosoftDocs/entra-docs, permissions-reference.md of 2026-01-20)';
const actions = 'and the actions of the role, includes of the same page: ';

function role(slug: RoleSlug, id: string, name: string, tasks: readonly DelegatedTask[], why?: string): DelegationRole {
  return { slug, id: RoleId.parse(id), name, tasks, source: why === undefined ? reference : `${reference} ${actions}${why}`, checkedOn: '2026-11-20' };
}

const supportTickets = 'office365.supportTickets/allTasks';

/** The roles offered for choice, the least privileged first (mission, row 7). Every task has the least role for it as the first that names it. */
export const delegationRoles: readonly DelegationRole[] = [
  role('directory-readers', '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'Directory Readers', []),
  role('global-reader', 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', 'Global Reader', []),
  role('service-support-administrator', 'f023fd81-a637-4b56-95fd-791ac0226033', 'Service Support Administrator', ['service-request'], supportTickets),
  role(
    'license-administrator',
    '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
    'License Administrator',
    ['assign-licences'],
    'users/assignLicense, no support tickets',
  ),
  role('password-administrator', '966707d0-3269-4727-9be2-8c3a10f19b9d', 'Password Administrator', ['password-of-user'], 'users/password, no service requests'),
  role('helpdesk-administrator', '729827e3-9c14-49f7-bb1b-9608f156bbb8', 'Helpdesk Administrator', ['password-of-user', 'service-request'], supportTickets),
  role(
    'user-administrator',
    'fe930be7-5e62-47db-91af-98c3a49a38b1',
    'User Administrator',
    // Microsoft lets it reset passwords of some admins as well; which ones is not ours to know, so that none are.
    ['manage-users', 'assign-licences', 'password-of-user', 'service-request'],
    `users/create, users/assignLicense, users/password of users and limited admins, ${supportTickets}`,
  ),
  role(
    'billing-administrator',
    'b0f54661-2d74-4c50-afa3-1ec803f12efe',
    'Billing Administrator',
    ['change-subscription', 'change-auto-renewal', 'cancel-subscription', 'service-request'],
    `"makes purchases, manages subscriptions", ${supportTickets}`,
  ),
  role('exchange-administrator', '29232cdf-9323-42fd-ade2-1d097af3e4de', 'Exchange Administrator', ['service-request'], supportTickets),
  role('domain-name-administrator', '8329153b-31d0-4727-b945-745eb3bc5f31', 'Domain Name Administrator', ['service-request'], supportTickets),
  role(
    'privileged-authentication-administrator',
    '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    'Privileged Authentication Administrator',
    ['password-of-admin', 'password-of-user', 'service-request'],
    `passwords of any user, Global Administrators among them; ${supportTickets}`,
  ),
  role('global-administrator', '62e90394-69f5-4237-9190-012177145e10', 'Global Administrator', delegatedTasks),
];

const byId: ReadonlyMap<RoleId, DelegationRole> = new Map(delegationRoles.map((entry) => [entry.id, entry]));

/** The role with this id; undefined for one that cannot be asked for here. */
export function roleOf(id: RoleId): DelegationRole | undefined {
  return byId.get(id);
}

/** With this role Microsoft extends no relationship by itself (facts of Graph GDAP). */
export function isGlobalAdministrator(id: RoleId): boolean {
  return roleOf(id)?.slug === 'global-administrator';
}

/** The least privileged role that allows a task. */
export function leastRoleFor(task: DelegatedTask): DelegationRole | undefined {
  return delegationRoles.find((entry) => entry.tasks.includes(task));
}
