import { z } from 'zod';
import { BACKUP_REASONS } from '#shared/ipc/contract/backups.ts';
import { localDate } from '#shared/ipc/contract/common.ts';

/** Why a copy was made; part of its name. */
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** Ends of names of copies. */
export const BACKUP_SUFFIX = '.scl-backup';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const part = z.strictObject({
  name: z.enum(['keyring.json', 'so-chat-luong.db']),
  size: z.number().int().nonnegative(),
  sha256,
});

const backupCounts = z.strictObject({
  dossiers: z.number().int().nonnegative(),
  entries: z.number().int().nonnegative(),
  reports: z.number().int().nonnegative(),
  changes: z.number().int().nonnegative(),
});

/**
 * Head of a copy, readable by everybody: what it is, not what is in it. No names of people, no records; those are in
 * the database, which is encrypted.
 */
export const backupManifest = z.strictObject({
  format: z.literal('so-chat-luong-backup'),
  version: z.literal(1),
  /** UTC, ISO 8601 with seconds. */
  madeAt: z.iso.datetime(),
  /** Calendar day on the machine that made it. */
  day: localDate,
  reason: z.enum(BACKUP_REASONS),
  app: z.string().max(30),
  /** `user_version` of the database. */
  schema: z.number().int().positive(),
  /** Id of the folder's keyring: copies of one office have the same. */
  folder: z.uuid(),
  unit: z.strictObject({ code: z.string().max(20), name: z.string().max(200) }),
  counts: backupCounts,
  parts: z.array(part).length(2),
  /** The last entry of the log in the copy; absent where it has no log yet (a form before it). */
  log: z.strictObject({ seq: z.number().int().positive(), hash: sha256 }).optional(),
  /** Over everything else, under the folder key (proof.ts); absent in copies of before there was one. */
  mac: sha256.optional(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** SHA-256 of the database in a copy: the same for the same copy under whatever name. */
export function databaseHash({ parts }: BackupManifest): string {
  return parts.find(({ name }) => name === 'so-chat-luong.db')?.sha256 ?? '';
}

/** A newer form than this program knows; told apart from a damaged one. */
export function isNewerBackup(value: unknown): boolean {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  return format === 'so-chat-luong-backup' && typeof version === 'number' && version > 1;
}
