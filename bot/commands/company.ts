import { decideAppointGlobalAdmin } from '../../domain/company/appoint-global-admin.ts';
import { decideChooseLanguage } from '../../domain/company/choose-language.ts';
import { CompanyInformationConfirmed, GlobalAdminAppointed, LanguageChosen } from '../../domain/company/commands.ts';
import { decideConfirmCompanyInformation } from '../../domain/company/confirm-company-information.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';

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
