import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '#electron/common/look-at-files.ts';
import { AppError } from '#shared/errors.ts';
import { type BackupHead, readHead } from './container.ts';
import { BACKUP_SUFFIX, type BackupManifest, type BackupReason } from './manifest.ts';
import { isProven } from './proof.ts';
import { outdated, type RotatedCopy } from './rotation.ts';

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
  const found: FoundCopy[] = [];
  for (const name of namesIn(folder).filter((each) => NAMES.test(each))) {
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

/** By what an office knows its own copies. */
export interface Office {
  /** Id of its keyring. */
  readonly folder: string;
  readonly unitCode: string;
  /** The folder's key, and those of before. */
  readonly keys: readonly Uint8Array[];
  /** UTC, ISO 8601: no copy of its own can be dated later. */
  readonly until: string;
  /** Whether a copy's log is no beginning of the book's, so that it holds what the book does not (ahead.ts). */
  isAhead(manifest: BackupManifest): boolean;
}

/** Whether the head of a copy was written with the folder's key. */
export function isProvenOf({ manifest }: FoundCopy, { folder, keys }: Office): boolean {
  return manifest !== null && manifest.folder === folder && isProven(manifest, keys);
}

/**
 * Whether a copy counts as one of an office's own: its head was written with the folder's key and not later than now.
 * Anything else (put there by somebody, another office's, of an earlier version) counts for nothing.
 */
export function isOwn(copy: FoundCopy, office: Office): boolean {
  return (copy.manifest?.madeAt ?? '') <= office.until && isProvenOf(copy, office);
}

/** The newest of an office's own copies; those that are ahead of the book say nothing about the book as it is. */
export function newestOwn(copies: readonly FoundCopy[], office: Office): FoundCopy | null {
  return (
    copies.find((copy) => isOwn(copy, office) && !(copy.manifest && office.isAhead(copy.manifest))) ?? null
  );
}

/**
 * Removes those of an office's own copies that need not be kept (rotation.ts), and files under its names that are no
 * copies. Others in the same folder are nobody's business here: they are neither removed, nor counted for reasons to
 * remove another one. So are copies that are ahead of the book: it may have been put back. Files with the same head
 * share their fate, since only reading them through tells which of them is whole.
 */
export async function rotate(folder: string, office: Office, signedAt: readonly string[]): Promise<void> {
  const prefix = namePrefix(office.unitCode);
  const damaged: RotatedCopy[] = [];
  const own = new Map<string, { readonly copy: RotatedCopy; readonly names: string[] }>();
  for (const found of await copiesIn(folder)) {
    const { name, manifest, newer } = found;
    if (manifest === null && !newer && name.startsWith(prefix))
      damaged.push({ name, madeAt: '', day: '1970-01-01', reason: 'manual', good: false });
    if (manifest?.mac === undefined || !isOwn(found, office) || office.isAhead(manifest)) continue;
    const { madeAt, day, reason, mac } = manifest;
    const same = own.get(mac);
    if (same === undefined) own.set(mac, { copy: { name, madeAt, day, reason, good: true }, names: [name] });
    else same.names.push(name);
  }
  const heads = [...own.values()];
  const gone = new Set(outdated([...heads.map(({ copy }) => copy), ...damaged], signedAt));
  const names = [
    ...heads.filter(({ copy }) => gone.has(copy.name)).flatMap((head) => head.names),
    ...damaged.map(({ name }) => name).filter((name) => gone.has(name)),
  ];
  for (const name of names) rmSync(join(folder, name), { force: true });
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
