import { createRequire } from 'node:module';
import { arch } from 'node:os';

/** The versions that a figure depends on, in one line. */
export function versions(): string {
  const require = createRequire(import.meta.url);
  const version = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;
  return `Node ${process.versions.node}, better-sqlite3 ${version('better-sqlite3')} (${arch()}), Electron ${version('electron')}`;
}
