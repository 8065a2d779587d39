import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { forgetColumns, setColumns, showPreview } from '../actions.ts';
import css from '../imports.module.css';
import { columnFields, missingRequired, withField } from '../model/mapping.ts';
import { resetImport, useImportView } from '../store.ts';
import { FirstRows } from './first-rows.tsx';
import { ReadingOptions } from './reading-options.tsx';

/** Step 2: what was found in the file, on the file's own first rows, to be looked at and corrected. */
export function MappingStep() {
  const { t } = useTranslation('imports');
  const { t: dossier } = useTranslation('dossiers');
  const format = useFormat();
  const { inspection, options, busy } = useImportView();
  const known = useQuery('imports.fields', { kind: 'dossiers' });
  const next = useRef<HTMLButtonElement>(null);
  const another = useRef<HTMLButtonElement>(null);
  // At first, and again when a reading was stopped: the button pressed before was out of use meanwhile.
  useEffect(() => {
    if (busy === null) (next.current?.disabled ? another : next).current?.focus();
  }, [busy]);
  if (!inspection) return null;

  const byHand = options.columns ?? null;
  const fields = columnFields(inspection, byHand);
  const required = known.data?.filter((field) => field.required).map((field) => field.field) ?? [];
  const missing = known.data ? missingRequired(fields, required) : inspection.missingFields;
  const nameOf = (field: string) => dossier(`fields.${field as 'code'}`);
  const ready = missing.length === 0 && inspection.headerRow > 0;
  return (
    <div className={css.step}>
      <ReadingOptions inspection={inspection} options={options} disabled={busy !== null} />
      <p className={css.finding} data-tone={ready ? 'met' : 'missed'} role="status">
        <span aria-hidden="true">{ready ? '✓ ' : '▲ '}</span>
        {ready
          ? t('mapping.complete', { n: format.count(fields.size) })
          : inspection.columns.length === 0
            ? t('mapping.noTable')
            : t('mapping.missing', { fields: missing.map((field) => `“${nameOf(field)}”`).join(', ') })}
      </p>
      <FirstRows
        inspection={inspection}
        fields={fields}
        byHand={byHand !== null}
        choices={(known.data ?? []).map((field) => ({ ...field, name: nameOf(field.field) }))}
        onField={(index, field) => setColumns(withField(fields, index, field))}
      />
      <div className={css.foot}>
        <Button
          ref={next}
          data-next
          disabled={!ready || busy !== null}
          onClick={() => void showPreview()}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
        >
          {t('mapping.next')}
        </Button>
        <Button ref={another} variant="default" onClick={resetImport}>
          {t('mapping.another')}
        </Button>
        {byHand && (
          <Button variant="default" onClick={forgetColumns}>
            {t('mapping.automatic')}
          </Button>
        )}
      </div>
    </div>
  );
}
