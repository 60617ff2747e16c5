import type {
  AppointGlobalAdmin,
  ChooseLanguage,
  CompanyInformationConfirmed,
  ConfirmCompanyInformation,
  ConfirmCompanyInformationRefusal,
  GlobalAdminAppointed,
  LanguageChosen,
} from './company/commands.ts';
import type * as people from './company/people-commands.ts';
import type { ImportCompany, ImportCompanyRefusal } from './company/import-company.ts';
import type { ImportPartnerUser, ImportPartnerUserRefusal } from './company/import-partner-user.ts';
import type {
  AdminEmailCorrected,
  ChecklistMarked,
  ConfirmHandOff,
  ConfirmHandOffRefusal,
  CorrectAdminEmail,
  CorrectAdminEmailRefusal,
  HandOffConfirmed,
  MarkChecklist,
  MarkChecklistRefusal,
  PersonRecognised,
  RecognisePerson,
  RecognisePersonRefusal,
} from './customers/commands.ts';
import type * as acting from './customers/acting-commands.ts';
import type { ImportCustomer, ImportCustomerRefusal } from './customers/import-customer.ts';
import type { ImportCustomerUser, ImportCustomerUserRefusal } from './customers/import-customer-user.ts';
import type { ImportSubscription, ImportSubscriptionRefusal } from './customers/import-subscription.ts';
import type { DelegatedAdminEnded, EndDelegatedAdmin, EndDelegatedAdminRefusal } from './delegated-admin/commands.ts';
import type * as offers from './offers/commands.ts';
import type { AttachPartnerOfRecord, AttachPartnerOfRecordRefusal, PartnerOfRecordAttached } from './partner-of-record/commands.ts';
import type { ImportKnownPartner } from './partner-of-record/import-known-partner.ts';
import type { ImportProductKey, ImportProductKeyRefusal } from './product-keys/import-product-key.ts';
import type { RedeemProductKeys, Redeemed, RedemptionRefusal } from './product-keys/redemption.ts';
import type { Imported } from './shared/import.ts';
import type * as renewals from './renewals/commands.ts';
import type * as requests from './service-requests/commands.ts';

/** Everything that can be asked of the book: the command, what it yields, how it may be refused. */
export interface Commands {
  'redeem-product-keys': { command: RedeemProductKeys; outcome: Redeemed; refusal: RedemptionRefusal };
  'correct-admin-email': { command: CorrectAdminEmail; outcome: AdminEmailCorrected; refusal: CorrectAdminEmailRefusal };
  'recognise-person': { command: RecognisePerson; outcome: PersonRecognised; refusal: RecognisePersonRefusal };
  'confirm-hand-off': { command: ConfirmHandOff; outcome: HandOffConfirmed; refusal: ConfirmHandOffRefusal };
  'mark-checklist': { command: MarkChecklist; outcome: ChecklistMarked; refusal: MarkChecklistRefusal };
  'attach-partner-of-record': { command: AttachPartnerOfRecord; outcome: PartnerOfRecordAttached; refusal: AttachPartnerOfRecordRefusal };
  'send-offer': { command: offers.SendOffer; outcome: offers.OfferSent; refusal: offers.SendOfferRefusal };
  'send-offer-again': { command: offers.SendOfferAgain; outcome: offers.OfferSentAgain; refusal: offers.SendOfferAgainRefusal };
  'withdraw-offer': { command: offers.WithdrawOffer; outcome: offers.OfferWithdrawn; refusal: offers.WithdrawOfferRefusal };
  'answer-offer': { command: offers.AnswerOffer; outcome: offers.OfferAnswered; refusal: offers.AnswerOfferRefusal };
  'settle-answer': { command: offers.SettleAnswer; outcome: offers.AnswerSettled; refusal: offers.SettleAnswerRefusal };
  'ask-to-be-admin': { command: offers.AskToBeAdmin; outcome: offers.AskedToBeAdmin; refusal: offers.AskToBeAdminRefusal };
  'settle-admin-request': { command: offers.SettleAdminRequest; outcome: offers.AdminRequestSettled; refusal: offers.SettleAdminRequestRefusal };
  'end-delegated-admin': { command: EndDelegatedAdmin; outcome: DelegatedAdminEnded; refusal: EndDelegatedAdminRefusal };
  'confirm-company-information': { command: ConfirmCompanyInformation; outcome: CompanyInformationConfirmed; refusal: ConfirmCompanyInformationRefusal };
  'keep-standing': { command: people.KeepStanding; outcome: people.StandingKept; refusal: people.KeepStandingRefusal };
  'keep-partner-user': { command: people.KeepPartnerUser; outcome: people.PartnerUserKept; refusal: people.KeepPartnerUserRefusal };
  'remove-partner-user': { command: people.RemovePartnerUser; outcome: people.PartnerUserRemoved; refusal: people.RemovePartnerUserRefusal };
  'ask-for-right': { command: people.AskForRight; outcome: people.RightAsked; refusal: people.AskForRightRefusal };
  'settle-right-request': { command: people.SettleRightRequest; outcome: people.RightRequestSettled; refusal: people.SettleRightRequestRefusal };
  'edit-customer': { command: acting.EditCustomer; outcome: acting.CustomerEdited; refusal: acting.EditCustomerRefusal };
  'keep-customer-user': { command: acting.KeepCustomerUser; outcome: acting.CustomerUserKept; refusal: acting.KeepCustomerUserRefusal };
  'change-subscription': { command: acting.ChangeSubscription; outcome: acting.SubscriptionChanged; refusal: acting.ChangeSubscriptionRefusal };
  'undo-change': { command: acting.UndoChange; outcome: acting.ChangeUndone; refusal: acting.UndoChangeRefusal };
  'request-new-password': { command: acting.RequestNewPassword; outcome: acting.NewPasswordRequested; refusal: acting.RequestNewPasswordRefusal };
  'open-service-request': { command: requests.OpenServiceRequest; outcome: requests.ServiceRequestOpened; refusal: requests.OpenServiceRequestRefusal };
  'move-service-request': { command: requests.MoveServiceRequest; outcome: requests.ServiceRequestMoved; refusal: requests.MoveServiceRequestRefusal };
  'note-service-request': { command: requests.NoteServiceRequest; outcome: requests.ServiceRequestNoted; refusal: requests.NoteServiceRequestRefusal };
  'plan-renewal': { command: renewals.PlanRenewal; outcome: renewals.RenewalPlanned; refusal: renewals.PlanRenewalRefusal };
  'wish-renewal': { command: renewals.WishRenewal; outcome: renewals.RenewalWished; refusal: renewals.WishRenewalRefusal };
  'record-renewal': { command: renewals.RecordRenewal; outcome: renewals.RenewalRecorded; refusal: renewals.RecordRenewalRefusal };
  'move-to-direct': { command: renewals.MoveToDirect; outcome: renewals.MovedToDirect; refusal: renewals.MoveToDirectRefusal };
  'turn-customer-notices': { command: renewals.TurnCustomerNotices; outcome: renewals.CustomerNoticesTurned; refusal: renewals.TurnCustomerNoticesRefusal };
  'mark-notice-mailed': { command: renewals.MarkNoticeMailed; outcome: renewals.NoticeMailed; refusal: renewals.MarkNoticeMailedRefusal };
  'choose-language': { command: ChooseLanguage; outcome: LanguageChosen; refusal: never };
  'appoint-global-admin': { command: AppointGlobalAdmin; outcome: GlobalAdminAppointed; refusal: never };
  'import-company': { command: ImportCompany; outcome: Imported; refusal: ImportCompanyRefusal };
  'import-partner-user': { command: ImportPartnerUser; outcome: Imported; refusal: ImportPartnerUserRefusal };
  'import-customer': { command: ImportCustomer; outcome: Imported; refusal: ImportCustomerRefusal };
  'import-subscription': { command: ImportSubscription; outcome: Imported; refusal: ImportSubscriptionRefusal };
  'import-customer-user': { command: ImportCustomerUser; outcome: Imported; refusal: ImportCustomerUserRefusal };
  'import-known-partner': { command: ImportKnownPartner; outcome: Imported; refusal: never };
  'import-product-key': { command: ImportProductKey; outcome: Imported; refusal: ImportProductKeyRefusal };
}

export type CommandType = keyof Commands;
export type CommandOf<T extends CommandType> = Commands[T]['command'];
export type OutcomeOf<T extends CommandType> = Commands[T]['outcome'];
export type RefusalOf<T extends CommandType> = Commands[T]['refusal'];

/** The answer of `execute`. Repeating a command that was done gives the same outcome again. */
export type Result<T extends CommandType> =
  { readonly kind: 'done'; readonly outcome: OutcomeOf<T> } | { readonly kind: 'refused'; readonly refusal: RefusalOf<T> };

/** Runs one command: load, decide, commit with its outcome; again on conflict; the stored outcome when it was done before. */
export type Execute = <T extends CommandType>(command: CommandOf<T> & { readonly type: T }) => Promise<Result<T>>;
