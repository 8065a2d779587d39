/** Kinds of items in the order in which they are listed. */
export const PALETTE_GROUPS = [
  'screen',
  'ledger',
  'section',
  'command',
  'person',
  'objective',
  'period',
  'guide',
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];
/** Kinds that are many: they show once something was typed. */
export const LONG_GROUPS: ReadonlySet<PaletteGroup> = new Set([
  'ledger',
  'section',
  'person',
  'objective',
  'period',
  'guide',
]);

export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** Small words after the label. */
  readonly note?: string;
  /** All that the item can be found by. */
  readonly words: string;
  /** Key that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}
