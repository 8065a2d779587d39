import { sha256Hex } from '#electron/common/sha256.ts';
import { findFirstRevision } from '#electron/report/verify/later/first-revision.ts';

/**
 * SHA-256 (hex) by which a report is named: that of the report as its unit signed it, without what other programs
 * added to the file afterwards (countersignatures, stamps). Of a file that has none, and of any other, its own.
 */
export function reportDigest(bytes: Buffer, additions: number): string {
  const own = additions > 0 ? (findFirstRevision(bytes)?.file.bytes ?? bytes) : bytes;
  return sha256Hex(own);
}
