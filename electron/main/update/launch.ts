import { spawn, spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { app } from 'electron';
import {
  afterGoodStart,
  afterIdleStart,
  decide,
  type Installed,
  type Pointer,
} from '#electron/application/update/pointer.ts';
import { findPlace, type Place, STARTER } from './place.ts';

/** What a start came to: another version took over (with the exit code of a command), or this one goes on. */
export type Launch = { readonly handedOver: true; readonly code: number } | { readonly handedOver: false };

const GO_ON: Launch = { handedOver: false };

/**
 * Hands the start over to the version that an update put beside this one (docs/packaging.md). Only the version that
 * was there first decides, and it is never touched, so a version that does not start takes nobody's program away.
 *
 * @param command whether a command was given; it is waited for
 */
export function handOver(command: boolean): Launch {
  if (!app.isPackaged) return GO_ON;
  const place = findPlace();
  const { versions, later } = place;
  if (versions === null || later) return GO_ON;
  const found = versions.read();
  const { run, next } = decide(found, app.getVersion(), versions.exists, !command);
  if (next !== null && !tryWrite(place, next)) return GO_ON;
  if (run === null) return GO_ON;
  return command ? runCommand(place, run) : startWindow(place, run);
}

/** A folder that can no longer be written (a stick that is protected now) keeps the first version going. */
function tryWrite({ versions }: Place, next: Pointer): boolean {
  try {
    versions?.write(next);
    return true;
  } catch {
    return false;
  }
}

function environmentFor({ starter }: Place): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, [STARTER]: basename(starter) };
  // What a program of one file says about itself must not be taken for the other one's.
  for (const name of ['APPIMAGE', 'APPDIR', 'ARGV0', 'PORTABLE_EXECUTABLE_FILE', 'PORTABLE_EXECUTABLE_DIR'])
    delete environment[name];
  return environment;
}

function runCommand(place: Place, run: Installed): Launch {
  const file = place.versions?.entryOf(run) ?? '';
  const { status, error } = spawnSync(file, process.argv.slice(1), {
    stdio: 'inherit',
    env: environmentFor(place),
  });
  return error === undefined ? { handedOver: true, code: status ?? 70 } : GO_ON;
}

function startWindow(place: Place, run: Installed): Launch {
  const file = place.versions?.entryOf(run) ?? '';
  const child = spawn(file, process.argv.slice(1), {
    cwd: dirname(file),
    detached: true,
    stdio: 'inherit',
    env: environmentFor(place),
  });
  // Without a process there is none to wait for: the next start finds the try counted and, after two, goes back.
  if (child.pid === undefined) {
    child.once('error', () => undefined);
    return GO_ON;
  }
  child.unref();
  return { handedOver: true, code: 0 };
}

/** The first page is there: the version has proved itself, and those nothing leads to any more go. */
export function confirmStart(): void {
  settle((found) => afterGoodStart(found, app.getVersion()));
  if (app.isPackaged) findPlace().versions?.tidy();
}

/** Another window of the same folder is open: this start says nothing about the version. */
export function forgetStart(): void {
  settle((found) => afterIdleStart(found, app.getVersion()));
}

function settle(change: (found: Pointer) => Pointer): void {
  if (!app.isPackaged) return;
  const place = findPlace();
  if (place.versions === null || !place.later) return;
  const found = place.versions.read();
  const next = change(found);
  if (next !== found) tryWrite(place, next);
}
