import { createRequire } from 'node:module';
import { arch } from 'node:os';

/** The versions that a figure depends on, in one line. */
export function versions(): string {
  const require = createRequire(import.meta.url);
  const version = (folder: string): string => {
    // Not the folder's name: better-sqlite3 is installed under an alias.
    const { name, version } = require(`${folder}/package.json`) as { name: string; version: string };
    return `${name} ${version}`;
  };
  return `Node ${process.versions.node}, ${version('better-sqlite3')} (${arch()}), Electron ${version('electron').split(' ')[1]}`;
}
