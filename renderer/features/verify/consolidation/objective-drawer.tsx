import '../../../app/all-styles.ts';
import { Drawer } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { useFormulaWords } from '../../../app/formula-words.ts';
import { shortUnitName } from '../../../app/unit-name.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { thresholdWords } from '../../../ui/threshold-words.ts';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import css from './consolidation.module.css';
import type { UnitRow } from './model/flags.ts';
import { UnitDrawer } from './unit-drawer.tsx';
import { useUnitNotes } from './unit-notes.ts';

interface Props {
  readonly table: ReceiverTable;
  /** Id of the objective. */
  readonly objective: string;
  onClose(): void;
}

/** The units behind a sum with their summands, those that missed their own target first; then who is left out, and why. */
export function ObjectiveDrawer({ table, objective, onClose }: Props) {
  const { t } = useTranslation(['gathering', 'receiver', 'common']);
  const format = useFormat();
  const formula = useFormulaWords();
  const notes = useUnitNotes(table.files);
  const [active, setActive] = useState<number | null>(null);
  const [unit, setUnit] = useState<UnitRow | null>(null);
  const total = table.objectives.find(({ id }) => id === objective);
  const rows = useMemo(() => {
    const missed = new Set(total?.missedBy);
    const out = new Set(total?.leftOut.map(({ code }) => code));
    const rank = ({ code, counted }: UnitRow): number =>
      counted === null ? 3 : out.has(code) ? 2 : missed.has(code) ? 0 : 1;
    return [...table.units].sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
  }, [table, total]);
  if (!total) return null;
  const words = formula(total.formula);
  const figureOf = (row: UnitRow) => row.figures.find(({ id }) => id === objective);
  const columns: DataColumn<UnitRow>[] = [
    {
      id: 'unit',
      header: t('columns.unit'),
      width: 'minmax(220px, 1fr)',
      cell: ({ code, name }) => (
        <span title={name}>
          <span className="num dim">{code}</span> {shortUnitName(name)}
        </span>
      ),
    },
    {
      id: 'figure',
      header: t('columns.figure'),
      width: '170px',
      align: 'right',
      cell: (row) => {
        const figure = figureOf(row);
        return (
          figure && (
            <Figure percent={figure.percent} numerator={figure.numerator} denominator={figure.denominator} />
          )
        );
      },
    },
    {
      id: 'threshold',
      header: t('columns.threshold'),
      width: '82px',
      align: 'right',
      cell: (row) => {
        const figure = figureOf(row);
        return figure && <span className="dim">{thresholdWords(figure.threshold, format)}</span>;
      },
    },
    {
      id: 'verdict',
      header: t('columns.verdict'),
      width: 'minmax(180px, 0.8fr)',
      cell: (row) => {
        const figure = figureOf(row);
        if (row.counted === null) return <span className="dim">{t('objective.noReport')}</span>;
        const why = total.leftOut.find(({ code }) => code === row.code)?.why;
        if (why !== undefined)
          return <span className="dim">{`${t('columns.leftOut')}: ${t(`receiver:leftOut.${why}`)}`}</span>;
        return figure && <VerdictBadge verdict={figure.verdict} striven={total.striven} />;
      },
    },
  ];
  return (
    <>
      <Drawer
        opened
        onClose={onClose}
        position="right"
        size="min(760px, 100vw)"
        title={`${total.id} ${total.title}`}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
        classNames={{ body: css.drawer ?? '' }}
      >
        <div className={css.drawerHead}>
          <Figure percent={total.percent} numerator={total.numerator} denominator={total.denominator} />
          <span className="dim">{thresholdWords(total.threshold, format)}</span>
          <VerdictBadge verdict={total.verdict} shortBy={total.shortBy} striven={total.striven} />
        </div>
        <p className={css.said}>
          {t('objective.sum', { n: format.count(total.units) })}{' '}
          {t('objective.missedBy', { n: format.count(total.missedBy.length) })}
          {total.leftOut.length > 0 &&
            `; ${t('objective.leftOut', { n: format.count(total.leftOut.length) }).toLowerCase()}`}
          .
        </p>
        {words && (
          <p className="dim">
            {words.numerator} / {words.denominator}
          </p>
        )}
        <div className={css.drawerTable}>
          <DataTable
            first
            label={t('objective.behind')}
            columns={columns}
            count={rows.length}
            rowAt={(at) => rows[at]}
            active={active}
            onActive={setActive}
            onOpen={(at) => setUnit(rows[at] ?? null)}
          />
        </div>
        <p className={css.keys}>{t('keys.written')}</p>
      </Drawer>
      {unit && <UnitDrawer table={table} unit={unit} notes={notes(unit)} onClose={() => setUnit(null)} />}
    </>
  );
}
