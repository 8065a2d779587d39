import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { newToken } from '#electron/application/app/file-tokens.ts';
import type { UpdatePackage } from '#electron/application/update/package.ts';
import { putVersion } from '#electron/application/update/put-version.ts';
import { checkPackage, install, rollBack, updateState } from '#electron/application/update/update.ts';
import { VersionsFolder } from '#electron/application/update/versions-folder.ts';
import type { MainHandlers } from '#electron/ipc/router.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import { updates as en } from '#shared/i18n/en/updates.ts';
import { updates as vi } from '#shared/i18n/vi/updates.ts';
import type { UpdateOffer } from '#shared/ipc/contract/updates.ts';
import { findPlace, programOf, realFiles } from './place.ts';

type UpdateCalls = Pick<MainHandlers, Extract<keyof MainHandlers, `updates.${string}`>>;

export interface UpdateCallsParts {
  window(): BrowserWindow | null;
  language(): 'vi' | 'en';
  /** The data folder; an installer is laid out in it before it is started. */
  readonly dataDir: string;
  /** Writes a line without personal data into the log. */
  report(what: string): void;
}

/** Answers the calls about updates. The page chooses nothing by itself: files and the way back go through the system's dialogs. */
export function createUpdateCalls({ window, language, dataDir, report }: UpdateCallsParts): UpdateCalls {
  const words = () => (language() === 'en' ? en : vi);
  const chosen = new Map<string, string>();
  const place = findPlace();
  const program = programOf(place);
  let running: Promise<unknown> | null = null;

  /** One update at a time. */
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    while (running !== null) await running.catch(() => undefined);
    const own = work();
    running = own;
    try {
      return await own;
    } finally {
      running = null;
    }
  };

  return {
    'updates.state': () => updateState(program),
    'updates.choose': async () => {
      const parent = window();
      const options = {
        properties: ['openFile' as const],
        filters: [{ name: words().fileKind, extensions: ['scl-update'] }],
      };
      const { canceled, filePaths } =
        parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
      const [path] = filePaths;
      if (canceled || path === undefined) return null;
      const update = await checkPackage(program, path);
      const token = newToken();
      chosen.set(token, path);
      return offerOf(token, update);
    },
    'updates.install': ({ token }) =>
      alone(async () => {
        const path = chosen.get(token);
        if (path === undefined) throw new AppError('INPUT_MISSING', { file: null });
        // Read anew: what was looked at before may have been exchanged on the stick since.
        const update = await checkPackage(program, path);
        if (program.kind === 'installer') await startInstaller(update, dataDir);
        else await install(program, update);
        report(`update ${update.manifest.version} put in place, signed by ${update.signedBy}`);
        return updateState(program);
      }),
    'updates.restart': () => {
      app.relaunch({ execPath: place.starter, args: process.argv.slice(1) });
      app.quit();
      return {};
    },
    'updates.rollBack': async () => {
      const parent = window();
      const { rollBackQuestion, rollBackYes, rollBackNo } = words();
      const options = {
        type: 'question' as const,
        message: rollBackQuestion,
        buttons: [rollBackYes, rollBackNo],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      };
      const { response } =
        parent === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(parent, options);
      if (response !== 0) return null;
      const version = rollBack(program);
      report(`went back to version ${version}`);
      return updateState(program);
    },
  };
}

function offerOf(token: string, { manifest, signedBy, name }: UpdatePackage): UpdateOffer {
  return {
    token,
    file: name,
    version: manifest.version,
    releasedOn: manifest.releasedOn as LocalDate,
    notes: manifest.notes,
    size: manifest.files.reduce((sum, { size }) => sum + size, 0),
    signedBy,
  };
}

/**
 * Lays the installer of a package out in the data folder (not on the stick, where it could be exchanged between check
 * and start), keeps a copy of the program as it is, starts the installer and ends the program. Windows only.
 */
async function startInstaller(update: UpdatePackage, dataDir: string): Promise<void> {
  const folder = join(dataDir, 'program');
  const fresh = new VersionsFolder(join(folder, 'installer'), realFiles);
  const { version, entry } = await putVersion(fresh, update);
  const kept = join(folder, 'before');
  rmSync(kept, { recursive: true, force: true });
  process.noAsar = true;
  try {
    cpSync(dirname(process.execPath), join(kept, app.getVersion()), { recursive: true });
  } finally {
    process.noAsar = false;
  }
  const child = spawn(fresh.entryOf({ version, entry }), [], { detached: true, stdio: 'ignore' });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => reject(new AppError('OUTPUT_UNWRITABLE', { file: null }, { cause })));
  });
  child.unref();
  setTimeout(() => app.quit(), 500);
}
