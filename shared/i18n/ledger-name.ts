import { isLedgerId } from '../domain/ledgers/registry.ts';
import type { Language } from './format.ts';
import { en, vi } from './index.ts';

/** What people call the dossiers or another ledger; the id itself where this version knows no such ledger. */
export function ledgerName(ledger: string, language: Language): string {
  const { imports, ledgers } = language === 'en' ? en : vi;
  if (ledger === 'dossiers') return imports.kinds.dossiers;
  return isLedgerId(ledger) ? ledgers[ledger].name : ledger;
}
