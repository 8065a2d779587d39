import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions, shell } from 'electron';
import { describeFile, newToken } from '#electron/application/app/file-tokens.ts';
import type { MainHandlers } from '#electron/ipc/router.ts';
import { AppError } from '#shared/errors.ts';
import { dialogs as en } from '#shared/i18n/en/dialogs.ts';
import { dialogs as vi } from '#shared/i18n/vi/dialogs.ts';
import type { SAVED_KINDS } from '#shared/ipc/contract/app.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';

type FileCalls = Pick<MainHandlers, Extract<keyof MainHandlers, `files.${string}`>>;

type SavedKind = (typeof SAVED_KINDS)[number];

export interface FileDialogs {
  readonly calls: FileCalls;
  /** The path behind a token that a dialog or a drop gave. */
  pathOf(token: string): string | undefined;
  /** A file or folder dropped on the page; null when it is neither. */
  dropped(path: string): Promise<ChosenFile | null>;
}

const EXTENSIONS = {
  spreadsheet: ['xlsx', 'xls', 'csv', 'tsv', 'txt', 'ods', 'htm', 'html'],
  report: ['pdf', 'zip', 'eml'],
  key: ['p12', 'pfx'],
  certificate: ['pem', 'cer', 'crt', 'der'],
  driver: ['dll', 'so', 'dylib'],
  targets: ['json'],
  receipt: ['scl-receipt'],
  handOver: ['scl-handover'],
  backup: ['scl-backup'],
  units: ['json', 'xlsx', 'csv'],
} as const;

/**
 * The native dialogs, the only way by which the page gets at files (SECURITY 13): it learns a token, a bare name and
 * a size; the path goes to the service alone.
 */
export function createFileDialogs(
  window: () => BrowserWindow | null,
  language: () => 'vi' | 'en',
  grant: (token: string, path: string) => void,
): FileDialogs {
  const words = () => (language() === 'en' ? en : vi);
  const savedName = (kind: SavedKind): string => {
    if (kind === 'scl-receipt') return words().receipts;
    if (kind === 'scl-backup') return words().backups;
    return kind === 'scl-handover' ? words().handOvers : kind.toUpperCase();
  };
  const filters = (name: string, extensions: readonly string[]): FileFilter[] => [
    { name, extensions: [...extensions] },
    { name: words().all, extensions: ['*'] },
  ];
  const paths = new Map<string, string>();

  const choose = (path: string): ChosenFile => {
    const token = newToken();
    paths.set(token, path);
    grant(token, path);
    return describeFile(token, path);
  };

  const open = async (options: OpenDialogOptions): Promise<ChosenFile[]> => {
    const parent = window();
    const { canceled, filePaths } =
      parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
    return canceled ? [] : filePaths.map(choose);
  };
  const openOne = async (name: string, extensions: readonly string[]): Promise<ChosenFile | null> =>
    (await open({ properties: ['openFile'], filters: filters(name, extensions) }))[0] ?? null;

  return {
    calls: {
      'files.pickSpreadsheets': () =>
        open({
          properties: ['openFile', 'multiSelections'],
          filters: filters(words().spreadsheets, EXTENSIONS.spreadsheet),
        }),
      'files.pickReports': () =>
        open({
          properties: ['openFile', 'multiSelections'],
          filters: filters(words().reports, EXTENSIONS.report),
        }),
      'files.pickKey': () => openOne(words().keys, EXTENSIONS.key),
      'files.pickDriver': () => openOne(words().drivers, EXTENSIONS.driver),
      'files.pickCertificate': () => openOne(words().certificates, EXTENSIONS.certificate),
      'files.pickTargetSet': () => openOne(words().targets, EXTENSIONS.targets),
      'files.pickReceipt': () => openOne(words().receipts, EXTENSIONS.receipt),
      'files.pickHandOver': () => openOne(words().handOvers, EXTENSIONS.handOver),
      'files.pickBackup': () => openOne(words().backups, EXTENSIONS.backup),
      'files.pickUnits': () => openOne(words().units, EXTENSIONS.units),
      'files.pickFolder': async () =>
        (await open({ properties: ['openDirectory', 'createDirectory'] }))[0] ?? null,
      'files.saveAs': async ({ proposedName, kind, beside }) => {
        const name = plainName(proposedName) || words().fileName;
        const neighbour = beside === null ? undefined : paths.get(beside);
        const options = {
          defaultPath: neighbour === undefined ? name : join(dirname(neighbour), name),
          filters: [{ name: savedName(kind), extensions: [kind] }],
          properties: ['showOverwriteConfirmation' as const],
        };
        const parent = window();
        const { canceled, filePath } =
          parent === null
            ? await dialog.showSaveDialog(options)
            : await dialog.showSaveDialog(parent, options);
        if (canceled || !filePath) return null;
        return choose(filePath.toLowerCase().endsWith(`.${kind}`) ? filePath : `${filePath}.${kind}`);
      },
      'files.reveal': ({ token }) => {
        const path = paths.get(token);
        if (path === undefined) throw new AppError('INPUT_MISSING', { file: null });
        shell.showItemInFolder(path);
        return {};
      },
    },
    pathOf: (token) => paths.get(token),
    async dropped(path) {
      const found = statSync(path, { throwIfNoEntry: false });
      return found?.isFile() || found?.isDirectory() ? choose(path) : null;
    },
  };
}

/** A proposed name without anything that could lead to another folder. */
function plainName(name: string): string {
  const plain = [...name]
    .map((letter) => (letter < ' ' || '<>:"/\\|?*'.includes(letter) ? '-' : letter))
    .join('');
  return plain.replace(/^\.+/, '').slice(0, 150);
}
