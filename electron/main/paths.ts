import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const FOLDER = 'so-chat-luong';

/**
 * Where the app keeps everything of one person on this machine: local data, never the roaming profile. `SCL_DATA_DIR`
 * names another folder.
 */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { SCL_DATA_DIR, LOCALAPPDATA, XDG_DATA_HOME } = environment;
  if (SCL_DATA_DIR) return resolve(SCL_DATA_DIR);
  if (process.platform === 'win32') return join(LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), FOLDER);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', FOLDER);
  return join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), FOLDER);
}

/** Makes the folder where it is missing, readable for its owner only (SECURITY 20), with Chromium's part inside. */
export function prepareFolder(dataDir: string): { readonly window: string; readonly logs: string } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return { window: join(dataDir, 'window'), logs: join(dataDir, 'logs') };
}
