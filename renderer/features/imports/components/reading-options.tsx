import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportOptions, Inspection } from '#shared/ipc/contract/imports.ts';
import { useFormat } from '../../../app/words.ts';
import { inspect, inspectAs } from '../actions.ts';
import css from '../imports.module.css';
import { kindOf } from '../store.ts';
import { KindChoice } from './kind-choice.tsx';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'viscii'] as const;
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

interface Props {
  readonly inspection: Inspection;
  readonly options: ImportOptions;
  readonly disabled: boolean;
}

/** How the file is read: sheet and header row, or encoding and separator of a text file; found, and to be corrected. */
export function ReadingOptions({ inspection, options, disabled }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const text = inspection.format === 'csv';
  // Another way of reading makes corrections of the mapping void.
  const { columns: _columns, ...kept } = options;
  const again = (changes: ImportOptions) => void inspect({ ...kept, ...changes });
  const rows = Math.max(inspection.headerRow, Math.min(30, inspection.firstRows.length));
  return (
    <div className={css.options}>
      <KindChoice
        value={kindOf(options)}
        automatic={false}
        disabled={disabled}
        onChange={(kind) => kind !== null && void inspectAs(kind)}
      />
      {inspection.sheets.length > 1 && (
        <NativeSelect
          size="xs"
          label={t('mapping.sheet')}
          disabled={disabled}
          value={inspection.sheet ?? ''}
          data={inspection.sheets.map((sheet) => ({
            value: sheet.name,
            label: t('mapping.sheetRows', {
              name: sheet.hidden ? t('mapping.hiddenSheet', { name: sheet.name }) : sheet.name,
              n: format.count(sheet.rows),
            }),
          }))}
          onChange={(event) => {
            const { headerRow: _row, ...others } = kept;
            void inspect({ ...others, sheet: event.currentTarget.value });
          }}
        />
      )}
      <NativeSelect
        size="xs"
        label={t('mapping.headerRow')}
        disabled={disabled}
        value={String(inspection.headerRow)}
        data={[
          ...(inspection.headerRow === 0 ? [{ value: '0', label: t('mapping.notFound') }] : []),
          ...Array.from({ length: rows }, (_, at) => ({
            value: String(at + 1),
            label: t('mapping.rowNumber', { n: at + 1 }),
          })),
        ]}
        onChange={(event) => again({ headerRow: Number(event.currentTarget.value) })}
      />
      {text && (
        <>
          <NativeSelect
            size="xs"
            label={t('mapping.encoding')}
            disabled={disabled}
            value={inspection.encoding ?? ''}
            data={withOwn(ENCODINGS, inspection.encoding)}
            onChange={(event) => again({ encoding: event.currentTarget.value as (typeof ENCODINGS)[number] })}
          />
          <NativeSelect
            size="xs"
            label={t('mapping.delimiter')}
            disabled={disabled}
            value={inspection.delimiter ?? ','}
            data={Object.entries(DELIMITERS).map(([value, name]) => ({
              value,
              label: t(`mapping.delimiters.${name}`),
            }))}
            onChange={(event) => again({ delimiter: event.currentTarget.value as keyof typeof DELIMITERS })}
          />
        </>
      )}
    </div>
  );
}

function withOwn(known: readonly string[], own: string | null): string[] {
  return own === null || known.includes(own) ? [...known] : [own, ...known];
}
