import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IMPORT_KINDS, type ImportKind } from '#shared/ipc/contract/imports.ts';
import { useKindWords } from '../hooks/use-kind-words.ts';

/** What a file is a list of. With `automatic` nothing need be chosen: the file says it. */
export function KindChoice({
  value,
  automatic,
  disabled,
  onChange,
}: {
  readonly value: ImportKind | null;
  readonly automatic: boolean;
  readonly disabled: boolean;
  onChange(kind: ImportKind | null): void;
}) {
  const { t } = useTranslation('imports');
  const words = useKindWords();
  return (
    <NativeSelect
      size="xs"
      label={t('kinds.label')}
      disabled={disabled}
      value={value ?? ''}
      data={[
        ...(automatic ? [{ value: '', label: t('kinds.automatic') }] : []),
        ...words.all.map(({ kind, name }) => ({ value: kind, label: name })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(IMPORT_KINDS.find((kind) => kind === chosen) ?? null);
      }}
    />
  );
}
