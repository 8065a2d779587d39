import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { bundleFile } from './bundle-files.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { APP_SCHEME, isAppUrl } from './origin.ts';

/**
 * Before `ready`: makes `app:` a standard, secure scheme that does not bypass the policy. Without `codeCache`: Chromium
 * trusts the compiled code that it keeps in the data folder, so whoever can write there could run code of their own in
 * the page; the start is not slower without it (docs/attacks.md).
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    },
  ]);
}

/**
 * Serves the page's files from one folder to one session: GET only, one host, every answer with the policy.
 *
 * @param held a PDF that this session alone is given out of memory, by the path of its address
 */
export function servePage(
  session: Session,
  root: string,
  held: (path: string) => Uint8Array | null = () => null,
): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return refusal(405);
    const paper = isAppUrl(request.url) ? held(new URL(request.url).pathname) : null;
    if (paper !== null)
      return new Response(new Uint8Array(paper), {
        status: 200,
        headers: headers('application/pdf', 'none'),
      });
    const file = bundleFile(root, request.url);
    if (file === null) return refusal(404);
    const nonce = randomBytes(16).toString('base64');
    try {
      const bytes = await readFile(file.path);
      const body = file.type.startsWith('text/html')
        ? withNonce(bytes.toString('utf8'), nonce)
        : new Uint8Array(bytes);
      return new Response(body, { status: 200, headers: headers(file.type, nonce) });
    } catch {
      return refusal(404);
    }
  });
}

/** Tells the page the nonce for style elements made by scripts, where index.html leaves room for it. */
function withNonce(html: string, nonce: string): string {
  return html.replaceAll('__CSP_NONCE__', nonce);
}

function headers(type: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain; charset=utf-8', 'none') });
}
