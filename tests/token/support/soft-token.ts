import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyPem, type TestKey } from '../../report/support/keys.ts';

/** Debian's SoftHSM: a PKCS#11 library whose token is a folder. */
export const SOFTHSM = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
].find((path) => existsSync(path));

export const PIN = '123456';
const folders: string[] = [];

/** A folder for SoftHSM with a configuration of its own, in force for children of this process. */
export function newTokenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-token-'));
  folders.push(folder);
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(
    join(folder, 'softhsm2.conf'),
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf');
  return folder;
}

export function removeTokenFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Sets up a token with keys and their certificates, and certificates of authorities beside them. */
export function makeToken(
  folder: string,
  label: string,
  keys: readonly TestKey[],
  authorities: readonly TestKey[] = [],
): void {
  util('--init-token', '--free', '--label', label, '--so-pin', '87654321', '--pin', PIN);
  keys.forEach((key, index) => {
    const id = `0${index + 1}ab`;
    const file = join(folder, `key-${id}.pem`);
    writeFileSync(file, keyPem(key.key));
    util('--import', file, '--token', label, '--label', `key ${id}`, '--id', id, '--pin', PIN);
    writeCertificate(folder, label, id, key.certificate);
  });
  authorities.forEach((key, index) => {
    writeCertificate(folder, label, `f${index}`, key.certificate);
  });
}

/** Writes a certificate under a CKA_ID. */
export function writeCertificate(folder: string, label: string, id: string, der: Buffer): void {
  const file = join(folder, `${id}.der`);
  writeFileSync(file, der);
  const program = fileURLToPath(new URL('./write-certificate.ts', import.meta.url));
  execFileSync(process.execPath, [program, SOFTHSM ?? '', label, PIN, id, file], { stdio: 'pipe' });
}

function util(...args: string[]): void {
  execFileSync('softhsm2-util', args, { stdio: 'pipe' });
}

/**
 * Compiles the library that misbehaves (unruly.c); null where there is no C compiler. Its behaviour is set by
 * `UNRULY_MODE`, its counter of wrong PINs is the file `tries` of the folder.
 */
export function makeUnruly(folder: string): string | null {
  const library = join(folder, 'unruly.so');
  const source = fileURLToPath(new URL('./unruly.c', import.meta.url));
  const made = spawnSync('cc', ['-shared', '-fPIC', '-w', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  if (made.status !== 0) return null;
  process.env.UNRULY_TARGET = SOFTHSM;
  process.env.UNRULY_STATE = join(folder, 'tries');
  return library;
}
