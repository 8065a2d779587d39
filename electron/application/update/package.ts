import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readEntry, readZipDirectory, type ZipEntry } from '#electron/import/zip.ts';
import { AppError } from '#shared/errors.ts';
import { type Chain, chain, keysAfter, type UpdateKey, verifySignature } from './keys.ts';
import { type Manifest, manifest } from './manifest-form.ts';

/** Names inside a package beside the program's files, which lie under `files/`. */
export const PARTS = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  keys: 'keys.json',
  files: 'files/',
} as const;

/** The largest package that is read, bytes: today's are about 120 MB. */
const MAX_PACKAGE = 600 * 1024 * 1024;
const MAX_MANIFEST = 2 * 1024 * 1024;

/** A package whose manifest is signed by a key the program trusts. Its files are not checked yet. */
export interface UpdatePackage {
  readonly manifest: Manifest;
  /** Short name of the key that signed. */
  readonly signedBy: string;
  readonly bytes: Buffer;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Bare name of the package's file. */
  readonly name: string;
}

/**
 * Reads a package and believes nothing of it before the signature holds: whole archive → chain of keys → signature
 * over the manifest's bytes → manifest. Throws INPUT_MISSING, or UPDATE_INVALID with a reason: `damaged`, `unsigned`,
 * `key`, `signature`, `form`.
 *
 * @param keys the public keys built into this program
 */
export function openPackage(path: string, keys: readonly UpdateKey[]): UpdatePackage {
  const name = basename(path);
  const bytes = readWhole(path, name);
  const entries = directoryOf(bytes, name);
  const part = (wanted: string): Buffer | null => {
    const entry = entries.get(wanted);
    if (entry === undefined) return null;
    if (entry.size > MAX_MANIFEST) throw invalid('damaged', name);
    try {
      return readEntry(bytes, entry);
    } catch (cause) {
      throw invalid('damaged', name, cause);
    }
  };
  const manifestBytes = part(PARTS.manifest);
  const signatureBytes = part(PARTS.signature);
  if (manifestBytes === null || signatureBytes === null) throw invalid('unsigned', name);

  const { by, signature } = readSignature(signatureBytes, name);
  const key = keysAfter(keys, readChain(part(PARTS.keys), name)).get(by);
  if (key === undefined) throw invalid('key', name);
  if (!verifySignature(key, manifestBytes, signature)) throw invalid('signature', name);

  const parsed = manifest.safeParse(readJson(manifestBytes));
  if (!parsed.success) throw invalid('form', name);
  demandSameFiles(parsed.data, entries, name);
  return { manifest: parsed.data, signedBy: by, bytes, entries, name };
}

/** A package that is not to be believed, and why. */
export function invalid(
  reason: 'damaged' | 'unsigned' | 'key' | 'signature' | 'form' | 'content',
  file: string,
  cause?: unknown,
): AppError {
  return new AppError('UPDATE_INVALID', { reason, file }, { cause });
}

function readWhole(path: string, name: string): Buffer {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new AppError('INPUT_MISSING', { file: name });
  if (found.size > MAX_PACKAGE) throw invalid('damaged', name);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AppError('INPUT_UNREADABLE', { file: name }, { cause });
  }
}

function directoryOf(bytes: Buffer, name: string): Map<string, ZipEntry> {
  try {
    return readZipDirectory(bytes);
  } catch (cause) {
    throw invalid('damaged', name, cause);
  }
}

function readSignature(bytes: Buffer, name: string): { by: string; signature: Buffer } {
  const match = /^([0-9a-f]{16}) ([A-Za-z0-9+/]{86}==)\n$/.exec(bytes.toString('latin1'));
  if (match === null) throw invalid('unsigned', name);
  return { by: match[1] ?? '', signature: Buffer.from(match[2] ?? '', 'base64') };
}

function readChain(bytes: Buffer | null, name: string): Chain {
  if (bytes === null) return [];
  const parsed = chain.safeParse(readJson(bytes));
  if (!parsed.success) throw invalid('form', name);
  return parsed.data;
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** The archive holds the files of the manifest and nothing else, so that nothing travels unsigned. */
function demandSameFiles({ files }: Manifest, entries: ReadonlyMap<string, ZipEntry>, name: string): void {
  const expected = new Set<string>([PARTS.manifest, PARTS.signature, PARTS.keys]);
  for (const { path, size } of files) {
    const entry = entries.get(PARTS.files + path);
    if (entry === undefined || entry.size !== size) throw invalid('content', name);
    expected.add(PARTS.files + path);
  }
  for (const each of entries.keys()) if (!expected.has(each)) throw invalid('content', name);
}
