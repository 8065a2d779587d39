import { basename, extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { AppError } from '#shared/errors.ts';
import { dialogs as en } from '#shared/i18n/en/dialogs.ts';
import { fill } from '#shared/i18n/fill.ts';
import { dialogs as vi } from '#shared/i18n/vi/dialogs.ts';
import type { Channel, Output, Parsed } from '#shared/ipc/contract.ts';

const formatOf = (input: unknown) => (input as Parsed<'privacy.export'>).format;

type Call = (channel: Channel, input: unknown) => Promise<unknown>;

export interface QuestionParts {
  window(): BrowserWindow | null;
  language(): 'vi' | 'en';
  /** The path behind a token that a dialog gave; undefined for any other token. */
  pathOf(token: string): string | undefined;
}

/**
 * What whole books and lists leave by, and what these files are: the place for them has to have been chosen for that
 * kind, so that a page cannot ask for a place for one paper and fill it with every record.
 */
const WRITTEN: Partial<Record<Channel, string>> = {
  'dossiers.export': '.xlsx',
  'ledgers.export': '.xlsx',
  'imports.saveBadRows': '.xlsx',
  'backups.save': '.scl-backup',
  'log.export': '.xlsx',
};

/**
 * Stands between the page and the service (SECURITY 13): an act that puts another book in the place of the present one
 * is done only after the main process has asked the person by the system's own dialog, which no page can answer; and so
 * is one that writes citizens' ID numbers into a file. A call that was declined ends with CANCELLED.
 */
export function withQuestions(service: Call, { window, language, pathOf }: QuestionParts): Call {
  /** Said by the service of the copy that was opened last. */
  let replaces = true;

  const ask = async (message: string, yes: string, no: string): Promise<void> => {
    const options = {
      type: 'warning' as const,
      message,
      buttons: [yes, no],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    };
    const parent = window();
    const { response } =
      parent === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(parent, options);
    if (response !== 0) throw new AppError('CANCELLED');
  };
  const askReplace = (message: string): Promise<void> => ask(message, words().replaceYes, words().replaceNo);
  /** `target`: of a place whose kind was looked at. */
  const askNumbers = (message: string, target: string): Promise<void> => {
    const { numbersYes, numbersNo } = words();
    return ask(fill(message, { file: basename(pathOf(target) ?? '') }), numbersYes, numbersNo);
  };
  const words = () => (language() === 'en' ? en : vi);

  return async (channel, input) => {
    const written = channel === 'privacy.export' ? `.${formatOf(input)}` : WRITTEN[channel];
    if (written !== undefined) {
      const path = pathOf((input as Parsed<'dossiers.export'>).target);
      if (path === undefined || extname(path).toLowerCase() !== written)
        throw new AppError('NOT_ALLOWED_HERE', { channel });
    }
    if (channel === 'restore.bringBack') await askReplace(words().bringBackQuestion);
    if (channel === 'restore.take' && replaces) await askReplace(words().restoreQuestion);
    if (channel === 'dossiers.export') {
      const { numbers, target } = input as Parsed<'dossiers.export'>;
      if (numbers) await askNumbers(words().numbersQuestion, target);
    }
    if (channel === 'privacy.export')
      await askNumbers(words().personQuestion, (input as Parsed<'privacy.export'>).target);
    const answer = await service(channel, input);
    if (channel === 'restore.unlock') ({ replaces } = answer as Output<'restore.unlock'>);
    return answer;
  };
}
