import { useTranslation } from 'react-i18next';
import { en, vi } from '#shared/i18n/index.ts';
import { ledgerName } from '#shared/i18n/ledger-name.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import type { FoundPlace } from '#shared/ipc/contract/privacy.ts';
import { useFormat } from '../../../app/words.ts';

/** Names of ledgers, fields and found places in the language of the window. */
export function useLabels() {
  const { t } = useTranslation('privacy');
  const { language } = useFormat();
  const words = language === 'en' ? en : vi;
  const ledger = (kind: ImportKind): string => ledgerName(kind, language);
  const field = (kind: ImportKind, name: string): string => {
    const labels: Readonly<Record<string, string>> =
      kind === 'dossiers' ? words.dossiers.fields : words.ledgers[kind].fields;
    return labels[name] ?? name;
  };
  const place = ({ place, ledger: kind }: FoundPlace): string =>
    place.kind === 'dossier' || place.kind === 'entry' ? ledger(kind) : t(`result.kind.${place.kind}`);
  return { ledger, field, place };
}
