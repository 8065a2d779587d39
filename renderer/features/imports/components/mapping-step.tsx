import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isKeyboardFree } from '../../../app/keep-focus.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { forgetColumns, inspectAs, setColumns, showPreview } from '../actions.ts';
import { useKindWords } from '../hooks/use-kind-words.ts';
import css from '../imports.module.css';
import { betterKind } from '../model/kinds.ts';
import { type ColumnFields, columnFields, missingRequired, withField } from '../model/mapping.ts';
import { useImportQueue } from '../queue/store.ts';
import { kindOf, resetImport, useImportView } from '../store.ts';
import { FirstRows } from './first-rows.tsx';
import { OtherLists } from './other-lists.tsx';
import { ReadingOptions } from './reading-options.tsx';

const NO_FIELDS: ColumnFields = new Map();

/** Step 2: what was found in the file, on the file's own first rows, to be looked at and corrected. */
export function MappingStep() {
  const { t } = useTranslation('imports');
  const words = useKindWords();
  const format = useFormat();
  const { inspection, options, busy } = useImportView();
  const queued = useImportQueue(({ items }) => items.length);
  const kind = kindOf(options);
  const known = useQuery('imports.fields', { kind });
  const next = useRef<HTMLButtonElement>(null);
  const another = useRef<HTMLButtonElement>(null);
  const byHand = options.columns ?? null;
  const fields = inspection ? columnFields(inspection, byHand) : NO_FIELDS;
  const required = known.data?.filter((field) => field.required).map((field) => field.field) ?? [];
  const missing = known.data ? missingRequired(fields, required) : (inspection?.missingFields ?? []);
  const nameOf = (field: string) => words.fieldOf(kind, field);
  const ready = missing.length === 0 && inspection !== null && inspection.headerRow > 0;
  // At first, when a reading was stopped (the button pressed before was out of use meanwhile), and when the columns
  // turn out to be complete; whoever is choosing a column stays there.
  useEffect(() => {
    if (busy !== null) return;
    if (isKeyboardFree() || document.activeElement === another.current)
      (ready ? next : another).current?.focus();
  }, [busy, ready]);
  if (!inspection) return null;
  const better = betterKind(inspection, kind);
  return (
    <div className={css.step} data-help-page="import-mapping">
      <ReadingOptions inspection={inspection} options={options} disabled={busy !== null} />
      <p className={css.finding} data-tone={ready ? 'met' : 'missed'} role="status">
        <span aria-hidden="true">{ready ? '✓ ' : '▲ '}</span>
        {ready
          ? t('mapping.complete', { n: format.count(fields.size) })
          : inspection.columns.length === 0
            ? t('mapping.noTable')
            : t('mapping.missing', { fields: missing.map((field) => `“${nameOf(field)}”`).join(', ') })}
      </p>
      {better !== null && (
        <p className={css.finding} role="status" data-better-kind={better}>
          {t('kinds.better', { name: words.nameOf(better) })}{' '}
          <Button
            variant="default"
            size="compact-sm"
            disabled={busy !== null}
            onClick={() => void inspectAs(better)}
          >
            {t('kinds.readAs', { name: words.nameOf(better) })}
          </Button>
        </p>
      )}
      <OtherLists sheets={inspection.otherLists} />
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
          {queued > 0 ? t('queue.back', { n: format.count(queued) }) : t('mapping.another')}
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
