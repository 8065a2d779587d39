import { isInnerPath } from './inner-path.ts';
import { compareVersions, isVersion, type Version } from './version.ts';

/** How often a new version may fail to show its first page before the one before comes back. */
const STARTS_GRANTED = 2;

/** A version put beside the first one. */
export interface Installed {
  readonly version: Version;
  /** The file to start, in the folder named like the version. */
  readonly entry: string;
}

/** `current.json` beside the versions: which one is started. Written whole and renamed into place. */
export interface Pointer {
  readonly format: 1;
  /** null: the version that was there first. */
  readonly current: Installed | null;
  /** What comes back when the current one fails, or when somebody wants it back; null as above. */
  readonly previous: Installed | null;
  /** `trial` until the new version has shown its first page. */
  readonly state: 'trial' | 'good';
  /** Starts of a version on trial that have not ended well so far. */
  readonly starts: number;
  /** A version that was left because it did not start, or because somebody wanted the one before back. */
  readonly left: { readonly version: Version; readonly why: 'failed' | 'asked' } | null;
}

/**
 * Reads a pointer; null for anything that is none. Checked by hand: it is read at every start, before a library for it
 * would be loaded.
 */
export function parsePointer(text: string): Pointer | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { format, current, previous, state, starts, left } = value as Record<string, unknown>;
  if (format !== 1 || !isInstalled(current) || !isInstalled(previous) || !isLeft(left)) return null;
  if (state !== 'trial' && state !== 'good') return null;
  if (typeof starts !== 'number' || !Number.isInteger(starts) || starts < 0) return null;
  return { format, current, previous, state, starts, left };
}

function isInstalled(value: unknown): value is Installed | null {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { version, entry } = value as Record<string, unknown>;
  return (
    typeof version === 'string' &&
    isVersion(version) &&
    typeof entry === 'string' &&
    isInnerPath(entry) &&
    !entry.includes('/')
  );
}

function isLeft(value: unknown): value is Pointer['left'] {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { version, why } = value as Record<string, unknown>;
  return typeof version === 'string' && isVersion(version) && (why === 'failed' || why === 'asked');
}

export const NO_UPDATE: Pointer = {
  format: 1,
  current: null,
  previous: null,
  state: 'good',
  starts: 0,
  left: null,
};

/** What the program that was there first does when it is started. */
export interface Decision {
  /** The version to start; null: the first one itself goes on. */
  readonly run: Installed | null;
  /** The pointer as it must stand before that version is started; null: unchanged. */
  readonly next: Pointer | null;
}

/**
 * Which version to start.
 *
 * @param own version of the program that was there first and decides
 * @param exists whether a version's entry is there
 * @param counts whether this start counts as a try of a version on trial: a window does, a command does not
 */
export function decide(
  found: Pointer,
  own: Version,
  exists: (installed: Installed) => boolean,
  counts: boolean,
): Decision {
  const { current } = found;
  if (current === null) return { run: null, next: null };
  // Somebody unpacked a newer version over the first one.
  if (compareVersions(own, current.version) >= 0) return { run: null, next: null };
  if (exists(current)) {
    if (found.state === 'good' || !counts) return { run: current, next: null };
    if (found.starts < STARTS_GRANTED) return { run: current, next: { ...found, starts: found.starts + 1 } };
  }
  const next = afterFailure(found);
  return { run: next.current !== null && exists(next.current) ? next.current : null, next };
}

/** After a new version was put in its place. */
export function afterInstall(found: Pointer, fresh: Installed): Pointer {
  return {
    ...NO_UPDATE,
    current: fresh,
    // One that never proved itself is not worth coming back to.
    previous: found.state === 'good' ? found.current : found.previous,
    state: 'trial',
  };
}

/** After a version has shown its first page. */
export function afterGoodStart(found: Pointer, version: Version): Pointer {
  return found.current?.version === version ? { ...found, state: 'good', starts: 0 } : found;
}

/** After a start that ended at once because another window is open: it says nothing about the version. */
export function afterIdleStart(found: Pointer, version: Version): Pointer {
  return found.current?.version === version && found.state === 'trial'
    ? { ...found, starts: Math.max(0, found.starts - 1) }
    : found;
}

function afterFailure(found: Pointer): Pointer {
  return back(found, 'failed');
}

/** After somebody wanted the version before back. Null when none was put in place since. */
export function afterRollBack(found: Pointer): Pointer | null {
  return found.current === null ? null : back(found, 'asked');
}

function back({ current, previous }: Pointer, why: 'failed' | 'asked'): Pointer {
  const left = current === null ? null : { version: current.version, why };
  return { ...NO_UPDATE, current: previous, left };
}
