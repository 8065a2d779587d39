import type { Kind } from './support/kind.ts';

/** What can be cut off, each loaded when it is asked for. */
export const KINDS = {
  entry: async (): Promise<Kind> => (await import('./kinds/entry.ts')).entry,
  import: async (): Promise<Kind> => (await import('./kinds/import.ts')).importing,
  undo: async (): Promise<Kind> => (await import('./kinds/undo.ts')).undo,
  migration: async (): Promise<Kind> => (await import('./kinds/migration.ts')).migration,
  encryption: async (): Promise<Kind> => (await import('./kinds/encryption.ts')).encryption,
  signing: async (): Promise<Kind> => (await import('./kinds/signing.ts')).signing,
  backup: async (): Promise<Kind> => (await import('./kinds/backup.ts')).backup,
  restore: async (): Promise<Kind> => (await import('./kinds/restore.ts')).restore,
  passphrase: async (): Promise<Kind> => (await import('./kinds/passphrase.ts')).passphrase,
} as const satisfies Readonly<Record<string, () => Promise<Kind>>>;
export type KindName = keyof typeof KINDS;

export const isKind = (name: string): name is KindName => Object.hasOwn(KINDS, name);
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];
