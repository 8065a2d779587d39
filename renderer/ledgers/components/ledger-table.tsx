import { type ReactNode, type RefObject, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { Blank } from '../../record-list/blank.tsx';
import { deletedTone } from '../../record-list/deleted-tone.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { Meter } from '../../ui/meter.tsx';
import { useWidth } from '../../ui/use-width.ts';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import type { LedgerList } from '../hooks/use-ledger-list.ts';
import css from '../ledgers.module.css';
import {
  columnWidth,
  fittingColumns,
  hasState,
  isRight,
  STATE_WIDTH,
  steadyFirst,
  wideColumns,
} from '../model/columns.ts';
import { useLedgerWords } from '../words.ts';
import { DueMark } from './due-mark.tsx';

interface Props {
  readonly ledger: LedgerId;
  readonly list: LedgerList;
  readonly options: FieldOptions;
  readonly selected: number;
  readonly today: LocalDate;
  /** Columns left out (they say the same in every row). */
  readonly without: readonly string[];
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly empty: ReactNode;
  onSelect(position: number): void;
  /** Enter or a double click. */
  onOpen(position: number): void;
}

/** The entries of a ledger: thousands of rows, of which only those in view exist. */
export function LedgerTable(props: Props) {
  const { ledger, list, options, today, without } = props;
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const room = useWidth(props.grid);
  const columns = useMemo((): DataColumn<StoredEntry>[] => {
    const definition = ledgerOf(ledger);
    const grows = (name: string) => !without.includes(name) && widthOf(name).includes('fr');
    const widthOf = (name: string) => {
      const field = definition.fields[name];
      if (without.includes(name) || !field) return '0px';
      const known = options.of(name).map((option) => options.shortText(name, option.code) ?? option.name);
      return columnWidth(field, words.field(ledger, name), known);
    };
    const [first, ...others] = wideColumns(definition).filter((name) => !without.includes(name));
    const steady = hasState(definition) || others.some(grows);
    const track = (name: string) => (name === first && steady ? steadyFirst(widthOf(name)) : widthOf(name));
    const shown = fittingColumns(definition, room, track).filter((name) => !without.includes(name));
    const cells = shown.map((name): DataColumn<StoredEntry> => {
      const field = definition.fields[name];
      const heading = words.field(ledger, name);
      return {
        id: name,
        header: <span title={heading}>{heading}</span>,
        width: track(name),
        ...(field && isRight(field.type) ? { align: 'right' as const } : {}),
        cell: (row) => {
          const text = options.shortText(name, row.record[name]);
          if (text === null) return <Blank />;
          if (field?.type === 'percent')
            return (
              <span className={css.share}>
                <Meter value={Number(row.record[name])} target={null} tone="plain" />
                {text}
              </span>
            );
          return <span title={text}>{text}</span>;
        },
      };
    });
    if (!hasState(definition)) return cells;
    return [
      ...cells,
      {
        id: 'state',
        header: t('due.column'),
        width: `minmax(${STATE_WIDTH}px, 1.5fr)`,
        cell: (row) => <DueMark ledger={ledger} row={row} today={today} />,
      },
    ];
  }, [ledger, room, without, options, today, t, words]);
  const { want } = list;
  const onRange = useCallback((first: number, last: number) => want(first, last + 1), [want]);
  return (
    <DataTable
      grid={props.grid}
      label={t('table.label', { name: words.name(ledger) })}
      columns={columns}
      count={list.ids?.length ?? 0}
      rowAt={list.rowAt}
      onRange={onRange}
      active={props.selected < 0 ? null : props.selected}
      onActive={props.onSelect}
      onOpen={props.onOpen}
      empty={props.empty}
      toneOf={deletedTone}
      busy={list.loading}
    />
  );
}
