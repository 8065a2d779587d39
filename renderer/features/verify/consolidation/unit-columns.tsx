import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { dayInVietnam } from '#shared/text/time-in-vietnam.ts';
import { shortUnitName } from '../../../app/unit-name.ts';
import type { useFormat } from '../../../app/words.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { ToneBadge } from '../../../ui/verdict-badge.tsx';
import css from './consolidation.module.css';
import type { UnitRow } from './model/flags.ts';
import { UNIT_LOOK } from './model/look.ts';
import type { UnitOrder } from './model/sort.ts';
import { SortHead } from './sort-head.tsx';
import type { useUnitNotes } from './unit-notes.ts';

interface Given {
  readonly t: TFunction<['gathering', 'receiver', 'common']>;
  readonly format: ReturnType<typeof useFormat>;
  readonly notes: ReturnType<typeof useUnitNotes>;
  readonly table: ReceiverTable;
  readonly order: UnitOrder;
  onOrder(by: string): void;
}

const MARK = { met: '✓', missed: '▲', 'no-data': '', 'not-recorded': '', 'not-due': '' } as const;

/** Draws a cell once for each unit: a table of many columns scrolls past the same ones again and again. */
function keep(draw: (unit: UnitRow) => ReactNode): (unit: UnitRow) => ReactNode {
  const drawn = new WeakMap<UnitRow, ReactNode>();
  return (unit) => {
    if (!drawn.has(unit)) drawn.set(unit, draw(unit));
    return drawn.get(unit);
  };
}

/** The columns of the units: who, in which state, what to note, and each objective of the set. */
export function unitColumns({ t, format, notes, table, order, onOrder }: Given): DataColumn<UnitRow>[] {
  const head = (by: string, text: string, title = text) => (
    <SortHead by={by} text={text} title={title} order={order} onOrder={onOrder} />
  );
  return [
    {
      id: 'name',
      pinned: true,
      header: (
        <span className={css.twoHeads}>
          {head('code', t('receiver:summary.code'))}
          {head('name', t('columns.unit'))}
        </span>
      ),
      width: '262px',
      cell: ({ code, name }) => (
        <span title={name}>
          <span className="num dim">{code}</span> {shortUnitName(name)}
        </span>
      ),
    },
    {
      id: 'state',
      header: head('state', t('columns.state')),
      width: '204px',
      cell: ({ state }) => (
        <ToneBadge tone={UNIT_LOOK[state].tone} mark={UNIT_LOOK[state].mark}>
          {t(`receiver:unitStates.${state}`)}
        </ToneBadge>
      ),
    },
    {
      id: 'notes',
      header: t('columns.notes'),
      width: 'minmax(200px, 1fr)',
      cell: (unit) => {
        const said = notes(unit).join(' · ');
        return <span title={said}>{said}</span>;
      },
    },
    {
      id: 'missed',
      header: head('missed', t('columns.missed')),
      width: '86px',
      align: 'right',
      cell: ({ state, missed, missedStriven }) =>
        state === 'received' ? (
          <span title={[...missed, ...missedStriven].join(', ')}>
            {missed.length > 0 && (
              <ToneBadge tone="missed" mark="▲">
                {format.count(missed.length)}
              </ToneBadge>
            )}
            {missedStriven.length > 0 && <span className="dim"> +{format.count(missedStriven.length)}</span>}
            {missed.length + missedStriven.length === 0 && '0'}
          </span>
        ) : null,
    },
    {
      id: 'signedAt',
      header: head('signedAt', t('columns.signedAt')),
      width: '96px',
      align: 'right',
      cell: ({ signedAt, late }) =>
        signedAt === null ? null : (
          <span className={late?.signed ? css.lateDay : undefined}>
            {format.date(dayInVietnam(signedAt) as LocalDate)}
          </span>
        ),
    },
    {
      id: 'revision',
      header: head('revision', t('columns.revision')),
      width: '58px',
      align: 'right',
      cell: ({ revision }) => (revision === null ? null : format.count(revision)),
    },
    ...table.objectives.map(
      ({ id, title, striven }, at): DataColumn<UnitRow> => ({
        id: `objective-${id}`,
        header: head(id, id, `${id} ${title}`),
        width: '106px',
        align: 'right',
        cell: keep((unit) => {
          // Nearly always in the order of the set.
          const figure =
            unit.figures[at]?.id === id ? unit.figures[at] : unit.figures.find((one) => one.id === id);
          if (!figure) return null;
          if (figure.numerator === null || figure.denominator === null)
            return (
              <span className="dim" title={t(`common:verdict.${figure.verdict}`)}>
                –
              </span>
            );
          const tone =
            figure.verdict === 'missed'
              ? striven
                ? 'attention'
                : 'missed'
              : figure.verdict === 'met'
                ? 'met'
                : 'none';
          return (
            <span
              className={css.cellFigure}
              data-tone={tone}
              title={`${id} ${title}: ${format.ratio(figure.numerator, figure.denominator)}, ${t(`common:verdict.${figure.verdict}`)}`}
            >
              <span aria-hidden="true">{MARK[figure.verdict]}</span> {format.percent(figure.percent)}
            </span>
          );
        }),
      }),
    ),
  ];
}
