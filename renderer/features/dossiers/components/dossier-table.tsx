import { type ReactNode, type RefObject, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { deletedTone } from '../../../record-list/deleted-tone.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useWidth } from '../../../ui/use-width.ts';
import type { DossierList } from '../hooks/use-dossier-list.ts';
import { dossierColumns } from './dossier-columns.tsx';

interface Props {
  readonly list: DossierList;
  readonly selected: number;
  readonly today: LocalDate;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly empty: ReactNode;
  onSelect(position: number): void;
  /** Enter or a double click. */
  onOpen(position: number): void;
}

/** The list of dossiers: any number of rows, of which only those in view exist. */
export function DossierTable({ list, selected, today, grid, empty, onSelect, onOpen }: Props) {
  const { t } = useTranslation('dossiers');
  const room = useWidth(grid);
  const columns = useMemo(() => dossierColumns(t, today, room), [t, today, room]);
  const { want } = list;
  const onRange = useCallback((first: number, last: number) => want(first, last + 1), [want]);
  return (
    <DataTable
      grid={grid}
      label={t('table.label')}
      columns={columns}
      count={list.ids?.length ?? 0}
      rowAt={list.rowAt}
      onRange={onRange}
      active={selected < 0 ? null : selected}
      onActive={onSelect}
      onOpen={onOpen}
      empty={empty}
      busy={list.loading}
      toneOf={deletedTone}
    />
  );
}
