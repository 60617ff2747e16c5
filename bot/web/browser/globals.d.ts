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
