import type { Catalogue } from './catalogue.ts';
import { common as enCommon } from './en/common.ts';
import { common as viCommon } from './vi/common.ts';

/** All texts of the interface by namespace. Vietnamese is the source; English must have the same keys. */
export const vi = {
  common: viCommon,
} as const;

export const en: Catalogue<typeof vi> = {
  common: enCommon,
};
