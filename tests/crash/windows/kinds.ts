import type { KindName } from '../kinds.ts';

/** Kinds of work that the window does; what it does within so many milliseconds is cut off somewhere. */
export const WINDOW_KINDS = {
  entry: 1500,
  import: 2500,
  undo: 3000,
  migration: 1500,
  encryption: 2500,
  signing: 5000,
  backup: 3000,
  restore: 4000,
} as const satisfies Partial<Record<KindName, number>>;
export type WindowKind = keyof typeof WINDOW_KINDS;
