import { extname, resolve, sep } from 'node:path';
import { APP_HOST, APP_SCHEME } from './origin.ts';

/** Kinds of files the page consists of; anything else is not handed out. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

export interface BundleFile {
  readonly path: string;
  readonly type: string;
}

/**
 * The file of the page that an address names, or null (SECURITY 5). The path is decoded once; a segment that climbs,
 * a backslash, a drive or a NUL is refused, and what remains must lie inside the folder, compared with a separator so
 * that a sibling whose name begins alike does not pass.
 */
export function bundleFile(root: string, address: string): BundleFile | null {
  let path: string;
  try {
    const url = new URL(address);
    if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\') || path.includes(':') || path.includes('%')) return null;
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.length === 0 || segments.some((segment) => segment === '..' || segment === '.')) return null;
  const base = resolve(root);
  const file = resolve(base, ...segments);
  if (!file.startsWith(base + sep)) return null;
  const type = TYPES[extname(file).toLowerCase()];
  return type === undefined ? null : { path: file, type };
}
