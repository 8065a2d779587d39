import { Button } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { formatOptionalDate } from '#shared/i18n/format.ts';
import type { DossierFilter, StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { InlineSelect } from '../../../ui/inline-select.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import css from '../check.module.css';
import { useCheck } from '../hooks/use-check.ts';
import { useDossierList } from '../hooks/use-dossier-list.ts';
import { CHECKED_FIELDS, type CheckedField, nextMark, withAllLeft, withMark } from '../model/check-marks.ts';
import { ScanBox } from './scan-box.tsx';

interface Props {
  readonly today: LocalDate;
  onUndo(changeSets: readonly number[]): void;
  onClose(): void;
}

/**
 * Đối chiếu hồ sơ giấy: the dossiers received within some days that lack a mark, marked by K and L, all at once, or
 * by the codes on the papers themselves; what was marked in one go is one deed.
 */
export function PaperCheck({ today, onUndo, onClose }: Props) {
  const [field, setField] = useState<CheckedField>('paperParallel');
  // Marks belong to one flag: another one is another go.
  return <CheckOf key={field} {...{ today, onUndo, onClose, field }} onField={setField} />;
}

function CheckOf({
  today,
  onUndo,
  onClose,
  field,
  onField,
}: Props & { readonly field: CheckedField; onField(field: CheckedField): void }) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const { period, scheme } = useNavigation();
  const [span, setSpan] = useState<{ from: LocalDate | null; to: LocalDate | null }>(() => {
    const found = period === null ? null : resolvePeriod(period, scheme);
    return { from: found?.from ?? null, to: found && found.to < today ? found.to : today };
  });
  const filter: DossierFilter = {
    missing: field,
    ...(span.from ? { receivedFrom: span.from } : {}),
    ...(span.to ? { receivedTo: span.to } : {}),
  };
  const list = useDossierList(filter);
  const check = useCheck(field, onUndo);
  const { marks, setMarks } = check;
  const [active, setActive] = useState<number | null>(0);
  const grid = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const count = list.ids?.length ?? 0;
  const at = count === 0 ? null : Math.min(active ?? 0, count - 1);

  const toGrid = useCallback(() => grid.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(), []);
  useEffect(toGrid, [toGrid]);

  const columns = useMemo((): DataColumn<StoredDossier>[] => {
    const word = (value: boolean) => t(`check.mark.${field}.${value ? 'yes' : 'no'}`);
    return [
      {
        id: 'mark',
        header: t('check.columns.mark'),
        width: '92px',
        cell: ({ id }) => {
          const mark = marks.get(id);
          return mark === undefined ? (
            <span className="dim">—</span>
          ) : (
            <b className={css.mark} data-mark={mark ? 'yes' : 'no'}>
              {mark ? '✓' : '✕'} {word(mark)}
            </b>
          );
        },
      },
      { id: 'code', header: t('check.columns.code'), width: '232px', cell: ({ record }) => record.code },
      {
        id: 'name',
        header: t('check.columns.applicantName'),
        width: 'minmax(120px, 1fr)',
        cell: ({ record }) => record.applicantName ?? '—',
      },
      {
        id: 'procedure',
        header: t('check.columns.procedureName'),
        width: 'minmax(120px, 1.4fr)',
        cell: ({ record }) => record.procedureName ?? record.procedureCode ?? '—',
      },
      {
        id: 'received',
        header: t('check.columns.receivedOn'),
        width: '110px',
        align: 'right',
        cell: ({ record }) => formatOptionalDate(record.receivedOn),
      },
    ];
  }, [field, marks, t]);

  const mark = (value: (old: boolean | undefined) => boolean | null, step: boolean) => {
    const id = at === null ? undefined : list.ids?.[at];
    if (id === undefined || at === null) return;
    setMarks((old) => withMark(old, id, value(old.get(id))));
    if (step) setActive(Math.min(count - 1, at + 1));
  };
  const allLeft = () => setMarks((old) => withAllLeft(old, list.ids ?? []));
  const close = () => {
    // Leaving saves what was marked.
    onClose();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      void check.save().then(toGrid);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (typing) toGrid();
      else close();
      return;
    }
    if (typing || event.target instanceof HTMLSelectElement || event.target instanceof HTMLButtonElement)
      return;
    const acts = new Map<string, () => void>([
      ['k', () => mark(() => true, true)],
      ['l', () => mark(() => false, true)],
      [' ', () => mark(nextMark, false)],
      ['a', allLeft],
      ['q', () => box.current?.focus()],
    ]);
    const act = acts.get(event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <section
      className={css.check}
      aria-label={t('check.title')}
      data-help-page="paper-check"
      onKeyDown={onKeyDown}
    >
      <div className={css.line}>
        <span>{t('check.what')}</span>
        <InlineSelect<CheckedField>
          label={t('check.what')}
          value={field}
          active
          options={CHECKED_FIELDS.map((value) => ({ value, text: t(`check.field.${value}`) }))}
          onChange={onField}
        />
        <span>{t('check.from')}</span>
        <DateField
          className={css.day ?? ''}
          aria-label={t('filter.fromLabel')}
          value={span.from}
          onChange={(from) => setSpan({ ...span, from })}
        />
        <span>{t('check.to')}</span>
        <DateField
          className={css.day ?? ''}
          aria-label={t('filter.toLabel')}
          value={span.to}
          onChange={(to) => setSpan({ ...span, to })}
        />
        <span className={css.left} role="status">
          {t('check.left', { n: format.count(count) })}
        </span>
      </div>
      <div className={css.foot}>
        <Button
          loading={check.saving}
          disabled={check.waiting === 0}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
          onClick={() => void check.save().then(toGrid)}
        >
          {check.waiting === 0 ? t('check.nothing') : t('check.save', { n: format.count(check.waiting) })}
        </Button>
        <Button
          variant="default"
          disabled={count === 0}
          aria-keyshortcuts="A"
          rightSection={<Kbd quiet>A</Kbd>}
          onClick={allLeft}
        >
          {t(`check.allLeft.${field}`)}
        </Button>
        <Button
          variant="default"
          aria-keyshortcuts="Escape"
          rightSection={<Kbd quiet>Esc</Kbd>}
          onClick={close}
        >
          {t('check.close')}
        </Button>
      </div>
      {list.fault && <ErrorNotice fault={list.fault} onRetry={list.refresh} />}
      <div className={css.columns}>
        <div className={css.table} ref={grid}>
          <DataTable
            columns={columns}
            count={count}
            rowAt={list.rowAt}
            onRange={(first, last) => list.want(first, last + 1)}
            active={at}
            onActive={setActive}
            label={t('check.table')}
            empty={list.ids && <EmptyState title={t('check.emptyTitle')}>{t('check.emptyText')}</EmptyState>}
          />
        </div>
        <ScanBox box={box} scans={check.scans} onScan={check.scan} onForget={check.forgetScans} />
      </div>
      <div className={css.keys}>{t(`check.keys.${field}`)}</div>
    </section>
  );
}
