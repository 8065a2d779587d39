import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IMPORT_KINDS, type ImportKind } from '#shared/ipc/contract/imports.ts';
import { dynamicWords } from '../../../app/dynamic-words.ts';

/** Names of the kinds of lists and of their fields. */
export interface KindWords {
  nameOf(kind: ImportKind): string;
  fieldOf(kind: ImportKind, field: string): string;
  /** Every kind with its name, in the order of the screens. */
  readonly all: readonly { readonly kind: ImportKind; readonly name: string }[];
}

/** Names of kinds and fields in the language of the window. */
export function useKindWords(): KindWords {
  const { t, i18n } = useTranslation('imports');
  return useMemo(() => {
    const words = (key: string, otherwise: string) =>
      i18n.exists(key) ? dynamicWords(i18n, key) : otherwise;
    const nameOf = (kind: ImportKind) =>
      kind === 'dossiers' ? t('kinds.dossiers') : words(`ledgers:${kind}.name`, kind);
    return {
      nameOf,
      fieldOf: (kind, field) =>
        words(kind === 'dossiers' ? `dossiers:fields.${field}` : `ledgers:${kind}.fields.${field}`, field),
      all: IMPORT_KINDS.map((kind) => ({ kind, name: nameOf(kind) })),
    };
  }, [t, i18n]);
}
