/**
 * Teams around this page.
 *
 * @typedef {object} Host
 * @property {string} language such as `cs`
 * @property {() => Promise<string>} signIn a token for the person in front of the page; throws where Teams gives none
 * @property {(url: string) => void} openLink
 */

/** A page in a frame of somebody else is not left waiting: Teams answers at once, or it is not Teams. */
const patienceMs = 2000;

/**
 * Joins Teams when it shows this page in a frame of its own; undefined in a plain browser.
 *
 * @returns {Promise<Host | undefined>}
 */
export async function joinTeams() {
  if (window.parent === window) return undefined;
  await loaded(new URL('teams-js.min.js', import.meta.url));
  const { app, authentication } = microsoftTeams;
  if (!(await inTime(app.initialize()))) return undefined;
  const context = await app.getContext();
  setTheme(context.app.theme);
  app.registerOnThemeChangeHandler(setTheme);
  // the page works as well for a Teams that does not answer
  app.notifySuccess().catch(() => false);
  return {
    language: context.app.locale.slice(0, 2).toLowerCase(),
    signIn: () => authentication.getAuthToken(),
    openLink: (url) => {
      app.openLink(url).catch(() => openWindow(url));
    },
  };
}

/** @param {string} url */
export function openWindow(url) {
  window.open(url, '_blank', 'noopener,noreferrer');
}

/** @param {string} theme of Teams: default, dark, contrast, and whatever it invents tomorrow */
function setTheme(theme) {
  document.documentElement.dataset['theme'] = theme === 'dark' || theme === 'contrast' ? theme : 'light';
}

/**
 * @param {URL} source
 * @returns {Promise<void>}
 */
function loaded(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source.href;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new TypeError(source.pathname)));
    document.head.append(script);
  });
}

/**
 * @param {Promise<unknown>} done
 * @returns {Promise<boolean>}
 */
function inTime(done) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), patienceMs);
    done.then(
      () => resolve(true),
      () => resolve(false),
    );
  });
}
