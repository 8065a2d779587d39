/** The one origin of the window's page: `app://bundle`. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_URL = `${APP_ORIGIN}/index.html`;
/** The page that shows nothing but sheets for the printer, and the paper it draws them from. */
export const SHEETS_URL = `${APP_ORIGIN}/sheets.html`;
export const SHEETS_PAPER_PATH = '/sheets/paper.pdf';

/**
 * Whether an address belongs to the app (SECURITY 7). Scheme and host are compared after parsing, because text that
 * merely begins with or contains the origin proves nothing.
 */
export function isAppUrl(address: string): boolean {
  const url = parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** Whether the page may fetch an address: the app's own files, and what the page made in memory. */
export function isAllowedRequest(address: string): boolean {
  if (isAppUrl(address)) return true;
  const url = parse(address);
  if (url === null) return false;
  if (url.protocol === 'data:') return true;
  return url.protocol === 'blob:' && address.startsWith(`blob:${APP_ORIGIN}/`);
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
