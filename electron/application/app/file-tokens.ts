import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { FileTokens } from '../context.ts';

/** Tokens of chosen files; `grant` takes over a token that another process has given out. */
export interface FileRegister extends FileTokens {
  grant(token: string, path: string): void;
}

/**
 * Keeps which path a token stands for (SECURITY 13). A file that was written after it was chosen keeps its token.
 */
export function createFileTokens(): FileRegister {
  const paths = new Map<string, string>();
  return {
    resolve(token) {
      const path = paths.get(token);
      if (path === undefined) throw new AppError('INPUT_MISSING', { file: null });
      return path;
    },
    register(path) {
      const token = newToken();
      paths.set(token, path);
      return token;
    },
    grant(token, path) {
      paths.set(token, path);
    },
  };
}

/** 128 random bits in hex: the form of `fileToken`. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}

/** How a file or folder is shown: its bare name and size (0 of a folder, and while a file does not exist). */
export function describeFile(token: string, path: string): ChosenFile {
  const found = statSync(path, { throwIfNoEntry: false });
  const shown = { token, name: basename(path).slice(0, 255) };
  return found?.isDirectory() ? { ...shown, size: 0, folder: true } : { ...shown, size: found?.size ?? 0 };
}
