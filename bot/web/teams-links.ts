/** The two ways from a page in a browser into Teams. */
export interface TeamsLinks {
  /** The same page inside Teams, where its reader is signed in. */
  readonly page: string;
  /** A chat with the assistant, with the page's link already typed. */
  readonly chat: string;
}

/** Deep links to Teams ("Deep link to an application", "to stage view", "to a chat"). `28:` stands before the id of a bot. */
export function teamsLinks(appId: string, pageUrl: string, name: string): TeamsLinks {
  const context = JSON.stringify({ contentUrl: pageUrl, websiteUrl: pageUrl, name });
  return {
    page: `https://teams.microsoft.com/l/stage/${appId}/0?context=${encodeURIComponent(context)}`,
    chat: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(`28:${appId}`)}&message=${encodeURIComponent(pageUrl)}`,
  };
}
