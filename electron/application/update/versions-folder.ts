import { randomBytes } from 'node:crypto';
import type * as Fs from 'node:fs';
import { join } from 'node:path';
import { type Installed, NO_UPDATE, type Pointer, parsePointer } from './pointer.ts';
import { isVersion } from './version.ts';

/**
 * Files as the disk has them. Electron's own `fs` takes an .asar archive for a folder, so the window passes its
 * `original-fs`.
 */
export type RealFiles = typeof Fs;

export const POINTER = 'current.json';

/** The folder beside the program that holds its later versions, each in a folder named like it. */
export class VersionsFolder {
  readonly path: string;
  readonly fs: RealFiles;

  constructor(path: string, fs: RealFiles) {
    this.path = path;
    this.fs = fs;
  }

  /** The file that starts a version. */
  entryOf({ version, entry }: Installed): string {
    return join(this.path, version, entry);
  }

  exists = (installed: Installed): boolean =>
    this.fs.statSync(this.entryOf(installed), { throwIfNoEntry: false })?.isFile() === true;

  /** Which version is started. One that cannot be read counts as none: the first version always works. */
  read(): Pointer {
    try {
      return parsePointer(this.fs.readFileSync(join(this.path, POINTER), 'utf8')) ?? NO_UPDATE;
    } catch {
      return NO_UPDATE;
    }
  }

  /** Switches: the pointer is written beside its place, brought to the disk, and renamed. */
  write(next: Pointer): void {
    const { fs } = this;
    fs.mkdirSync(this.path, { recursive: true });
    const partial = join(this.path, `${POINTER}.${randomBytes(4).toString('hex')}`);
    const file = fs.openSync(partial, 'wx', 0o644);
    try {
      fs.writeSync(file, `${JSON.stringify(next, null, 2)}\n`);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(partial, join(this.path, POINTER));
    this.syncFolder(this.path);
  }

  /** Removes versions that nothing leads to any more. One that is still open somewhere stays until the next time. */
  tidy(): void {
    const found = this.read();
    const kept = new Set([found.current?.version, found.previous?.version]);
    for (const name of this.names()) {
      if (!isVersion(name) || kept.has(name)) continue;
      try {
        this.fs.rmSync(join(this.path, name), { recursive: true, force: true });
      } catch {
        // Open on Windows.
      }
    }
  }

  /** Names in the folder; none where it does not exist. */
  names = (): string[] => {
    try {
      return this.fs.readdirSync(this.path);
    } catch {
      return [];
    }
  };

  /** Brings a folder's names to the disk; Windows knows no such thing. */
  syncFolder(path: string): void {
    if (process.platform === 'win32') return;
    const folder = this.fs.openSync(path, 'r');
    try {
      this.fs.fsyncSync(folder);
    } finally {
      this.fs.closeSync(folder);
    }
  }
}
