import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { type BackupHead, readHead } from './container.ts';
import { BACKUP_SUFFIX, type BackupManifest, type BackupReason } from './manifest.ts';
import { outdated } from './rotation.ts';

/** Folder of a data folder that holds its own copies. */
export const LOCAL_COPIES = 'backups';
/** Ends of names of what is still being written. */
export const UNFINISHED = '.dang-ghi';
const NAMES = /^SoChatLuong_[^/\\]+\.scl-backup$/;

/** A copy that lies in a folder. */
export interface FoundCopy {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** Null where its head cannot be read. */
  readonly manifest: BackupManifest | null;
  /** Made by a newer version of the program. */
  readonly newer: boolean;
}

/** Name of a new copy. What it says is for people; the program reads the manifest. */
export function copyName(unitCode: string, day: string, madeAt: string, reason: BackupReason): string {
  const time = new Date(madeAt);
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join('');
  return `${namePrefix(unitCode)}${day}_${clock}_${reason}`;
}

const namePrefix = (unitCode: string): string => `SoChatLuong_${unitCode.replace(/[^0-9A-Za-z-]/g, '-')}_`;

/** A path in a folder under which nothing lies yet. */
export function freePath(folder: string, name: string): string {
  let path = join(folder, `${name}${BACKUP_SUFFIX}`);
  for (let number = 2; existsSync(path); number += 1)
    path = join(folder, `${name}-${number}${BACKUP_SUFFIX}`);
  return path;
}

/** The copies in a folder, newest first; an empty list where the folder cannot be read. */
export async function copiesIn(folder: string): Promise<FoundCopy[]> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => NAMES.test(name));
  } catch {
    return [];
  }
  const found: FoundCopy[] = [];
  for (const name of names) {
    const path = join(folder, name);
    let head: BackupHead | null = null;
    let newer = false;
    try {
      head = await readHead(path);
    } catch (error) {
      newer = error instanceof AppError && error.code === 'DATA_FROM_FUTURE';
    }
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    found.push({ name, path, size, manifest: head?.manifest ?? null, newer });
  }
  return found.sort((a, b) => compare(keyOf(b), keyOf(a)));
}

const keyOf = ({ manifest, name }: FoundCopy): string => `${manifest?.madeAt ?? ''} ${name}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The newest copy of an office that can be read. */
export function newestGood(copies: readonly FoundCopy[], folderId?: string): FoundCopy | null {
  return (
    copies.find(
      ({ manifest }) => manifest !== null && (folderId === undefined || manifest.folder === folderId),
    ) ?? null
  );
}

/**
 * Removes the copies of one office that need not be kept (rotation.ts), and what an interrupted one left behind. Other
 * offices' copies in the same folder, and those of newer versions, are nobody's business here.
 */
export async function rotate(
  folder: string,
  office: { readonly folder: string; readonly unitCode: string },
  signedAt: readonly string[],
): Promise<void> {
  const prefix = namePrefix(office.unitCode);
  const copies = (await copiesIn(folder)).filter(
    ({ name, manifest, newer }) =>
      !newer && (manifest === null ? name.startsWith(prefix) : manifest.folder === office.folder),
  );
  const gone = outdated(
    copies.map(({ name, manifest }) => ({
      name,
      madeAt: manifest?.madeAt ?? '',
      day: manifest?.day ?? '1970-01-01',
      reason: manifest?.reason ?? 'manual',
      good: manifest !== null,
    })),
    signedAt,
  );
  for (const name of gone) rmSync(join(folder, name), { force: true });
}

/** A copy that nobody has written to for so long is no longer being made, milliseconds. */
const ABANDONED_MS = 10 * 60_000;

/**
 * Removes from the chosen place what was left of this unit's copies there. Only names that the program gives itself, and
 * nothing that another machine may be writing.
 */
export function tidyPlace(place: string, unitCode: string, now: number = Date.now()): void {
  const prefix = namePrefix(unitCode);
  for (const name of readdirSync(place)) {
    const copy = name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : '';
    if (!copy.startsWith(prefix) || !NAMES.test(copy)) continue;
    const path = join(place, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (Math.abs(now - written) > ABANDONED_MS) rmSync(path, { force: true });
  }
}

/** Removes what an interrupted copy left in the data folder's own place for copies. */
export function tidy(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
}
