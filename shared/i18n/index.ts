import type { Catalogue } from './catalogue.ts';
import { causes as enCauses } from './en/causes.ts';
import { common as enCommon } from './en/common.ts';
import { causes as viCauses } from './vi/causes.ts';
import { common as viCommon } from './vi/common.ts';

/** All texts of the interface by namespace. Vietnamese is the source; English must have the same keys. */
export const vi = {
  causes: viCauses,
  common: viCommon,
} as const;

export const en: Catalogue<typeof vi> = {
  causes: enCauses,
  common: enCommon,
};
