import { macOfValue, sameMac } from '../access/sealing.ts';
import type { BackupManifest } from './manifest.ts';

const PURPOSE = 'backup head';

/** The head of a copy with the proof that somebody with the folder's key wrote it. */
export function withProof(manifest: Omit<BackupManifest, 'mac'>, key: Uint8Array): BackupManifest {
  return { ...manifest, mac: macOfValue(manifest, key, PURPOSE) };
}

/**
 * Whether the head of a copy was written with one of these keys: not by a stranger, and not changed since. It speaks for
 * the head and, by the hashes in it, for a file that was read through; not for a file whose head alone was looked at.
 */
export function isProven(manifest: BackupManifest, keys: readonly Uint8Array[]): boolean {
  const { mac, ...rest } = manifest;
  return mac !== undefined && keys.some((key) => sameMac(macOfValue(rest, key, PURPOSE), mac));
}
