/** The two libraries, as their files for browsers leave them on the page. */
declare const AdaptiveCards: typeof import('adaptivecards');
declare const microsoftTeams: typeof import('@microsoft/teams-js');

/** What the server put into the page. */
interface PageData {
  /** None where there is no offer for whoever only has the link. */
  readonly card: object | null;
  readonly token: string;
  readonly texts: PageTexts;
  readonly languages: readonly string[];
}

interface PageTexts {
  readonly oneMoment: string;
  readonly offline: string;
  readonly wentWrong: string;
  readonly signingIn: string;
  readonly signInFailed: string;
  readonly notFound: string;
}

/** What the server answers. */
interface ServerAnswer {
  readonly status: number;
  readonly problem?: string;
  readonly card?: CardJson;
  readonly token?: string;
}

interface CardJson {
  readonly fallbackText?: string;
}

/** One click on a button of the card, with the inputs beside it. */
interface Click {
  readonly verb: string;
  readonly data: object;
}

/** What the tab of renewals says by itself. */
interface TabTexts {
  readonly loading: string;
  readonly offline: string;
  readonly wentWrong: string;
  readonly signingIn: string;
  readonly signInFailed: string;
  readonly closed: string;
  readonly none: string;
  readonly shown: string;
  readonly exported: string;
  readonly owned: string;
  readonly act: string;
  readonly openChat: string;
  readonly told: string;
  readonly toldNobody: string;
  readonly timeline: string;
  readonly timelineRenewed: string;
  readonly file: string;
}

/** What the server answers the tab of renewals. */
interface TabAnswer {
  readonly problem?: string;
  readonly token?: string;
  readonly company?: string;
  readonly rows?: readonly TabRow[];
  readonly next?: string;
  readonly weeks?: readonly TabWeek[];
}

interface TabRow {
  readonly customer: string;
  readonly domain: string;
  readonly owner?: string;
  readonly week: string;
  readonly end: string;
  readonly marks: readonly string[];
  readonly lines: readonly string[];
  readonly told: readonly string[];
  readonly write: string;
  readonly chat?: string;
}

interface TabWeek {
  readonly from: string;
  readonly label: string;
  readonly count: number;
  readonly stages: readonly { readonly stage: string; readonly count: number; readonly words: string }[];
}
