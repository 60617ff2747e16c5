import { decideAppointGlobalAdmin } from '../../domain/company/appoint-global-admin.ts';
import { decideChooseLanguage } from '../../domain/company/choose-language.ts';
import { CompanyInformationConfirmed, GlobalAdminAppointed, LanguageChosen } from '../../domain/company/commands.ts';
import { decideConfirmCompanyInformation } from '../../domain/company/confirm-company-information.ts';
import { decideAskForRight } from '../../domain/company/ask-for-right.ts';
import { decideKeepPartnerUser, personOf } from '../../domain/company/keep-partner-user.ts';
import { decideKeepStanding } from '../../domain/company/keep-standing.ts';
import type { PeopleState } from '../../domain/company/own-people.ts';
import { PartnerUserKept, PartnerUserRemoved, RightAsked, RightRequestSettled, StandingKept } from '../../domain/company/people-commands.ts';
import type { RightRequest } from '../../domain/company/people-commands.ts';
import { decideRemovePartnerUser } from '../../domain/company/remove-partner-user.ts';
import { decideSettleRightRequest } from '../../domain/company/settle-right-request.ts';
import { tenantOf } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import { withAddress } from './people.ts';
import type { Reading } from './reading.ts';

export const chooseLanguage: Handler<'choose-language'> = handler({
  outcome: LanguageChosen,
  load: async (command, reading) => ({ preference: await reading.read('preference', command.by) }),
  decide: decideChooseLanguage,
});

export const appointGlobalAdmin: Handler<'appoint-global-admin'> = handler({
  outcome: GlobalAdminAppointed,
  load: async (command, reading) => ({ user: await reading.read('partner-user', command.person) }),
  decide: decideAppointGlobalAdmin,
});

export const confirmCompanyInformation: Handler<'confirm-company-information'> = handler({
  outcome: CompanyInformationConfirmed,
  load: async (command, reading) => ({
    partner: await reading.read('partner', command.partner),
    user: await reading.read('partner-user', command.by),
  }),
  decide: decideConfirmCompanyInformation,
});

export const keepStanding: Handler<'keep-standing'> = handler({
  outcome: StandingKept,
  load: async (command, reading) => ({
    partner: await reading.read('partner', command.partner),
    user: await reading.read('partner-user', command.by),
  }),
  decide: decideKeepStanding,
});

export const keepPartnerUser: Handler<'keep-partner-user'> = handler({
  outcome: PartnerUserKept,
  load: (command, reading) => loadPeople(command.by, personOf(command), reading),
  decide: decideKeepPartnerUser,
});

export const removePartnerUser: Handler<'remove-partner-user'> = handler({
  outcome: PartnerUserRemoved,
  load: (command, reading) => loadPeople(command.by, command.person, reading),
  decide: decideRemovePartnerUser,
});

/** Every other global admin is read: of two who demote each other at once, the second finds that the first is none any more. */
async function loadPeople(by: PersonId, person: PersonId, reading: Reading): Promise<PeopleState & { readonly request: RightRequest | undefined }> {
  const user = await reading.read('partner-user', by);
  const known = await reading.read('partner-user', person);
  const request = await reading.read('right-request', person);
  if (known?.companyRole !== 'global-admin') return { user, known, request, otherGlobalAdmins: 0 };
  const people = await reading.list('users-of-partner', { key: known.tenant });
  return { user, known, request, otherGlobalAdmins: people.filter((each) => each.person !== person && each.companyRole === 'global-admin').length };
}

export const askForRight: Handler<'ask-for-right'> = handler({
  outcome: RightAsked,
  load: async (command, reading) => {
    const people = await reading.list('users-of-partner', { key: tenantOf(command.by) });
    return {
      user: await reading.read('partner-user', command.by),
      people,
      reachable: await withAddress(
        people.filter(({ companyRole }) => companyRole === 'global-admin').map(({ person }) => person),
        reading,
      ),
      request: await reading.read('right-request', command.by),
    };
  },
  decide: decideAskForRight,
});

export const settleRightRequest: Handler<'settle-right-request'> = handler({
  outcome: RightRequestSettled,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    request: await reading.read('right-request', command.person),
    asker: await reading.read('partner-user', command.person),
  }),
  decide: decideSettleRightRequest,
});
