import { ledgers as en } from '#shared/i18n/en/ledgers.ts';
import { remarks as enRemarks } from '#shared/i18n/en/remarks.ts';
import { ledgers as vi } from '#shared/i18n/vi/ledgers.ts';
import { remarks as viRemarks } from '#shared/i18n/vi/remarks.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';

const LEDGERS = { vi, en } as const;
const WORDS = { vi: viRemarks, en: enRemarks } as const;
const MAX_NAME = 31;

/** The name of the sheet of an export: that of the ledger, without the signs a sheet's name cannot have. */
export function sheetName(kind: ImportKind, language: 'vi' | 'en'): string {
  const name = kind === 'dossiers' ? WORDS[language].dossiersSheet : LEDGERS[language][kind].name;
  return name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .trim();
}
