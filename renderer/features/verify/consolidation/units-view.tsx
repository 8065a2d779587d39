import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { useFormat } from '../../../app/words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import css from './consolidation.module.css';
import { FilterChips } from './filter-chips.tsx';
import { countFlags, flagsOf, type UnitRow } from './model/flags.ts';
import { nextOrder, sortUnits } from './model/sort.ts';
import { useGathering } from './store.ts';
import { unitColumns } from './unit-columns.tsx';
import { UnitDrawer } from './unit-drawer.tsx';
import { useUnitNotes } from './unit-notes.ts';

/** All expected units with what came of each: filtered by what they are, in any order, each to be opened. */
export function UnitsView({ table }: { readonly table: ReceiverTable }) {
  const { t } = useTranslation(['gathering', 'receiver', 'common']);
  const format = useFormat();
  const notes = useUnitNotes(table.files);
  const { flag, order } = useGathering();
  const [active, setActive] = useState<UnitRow | null>(null);
  const [open, setOpen] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const flags = useMemo(
    () => new Map(table.units.map((unit) => [unit, flagsOf(unit, table.files)])),
    [table],
  );
  const counts = useMemo(() => countFlags([...flags.values()]), [flags]);
  const shown = useMemo(
    () =>
      sortUnits(
        table.units.filter((unit) => flag === null || flags.get(unit)?.has(flag)),
        order,
      ),
    [table, flags, flag, order],
  );
  const columns = unitColumns({
    t,
    format,
    notes,
    table,
    order,
    onOrder: (by) => useGathering.setState({ order: nextOrder(order, by) }),
  });
  // The unit stays the same one when the table is checked anew.
  useEffect(() => {
    setActive(
      (old) => old && (table.units.find(({ code, from }) => code === old.code && from === old.from) ?? null),
    );
  }, [table]);
  const at = active === null ? -1 : shown.indexOf(active);
  const step = (by: 1 | -1) => {
    const next = shown[at + by];
    return next === undefined ? undefined : () => setActive(next);
  };
  return (
    <>
      <FilterChips counts={counts} total={table.units.length} />
      <DataTable
        grid={grid}
        label={t('views.units')}
        columns={columns}
        count={shown.length}
        rowAt={(place) => shown[place]}
        active={at < 0 ? null : at}
        onActive={(place) => setActive(shown[place] ?? null)}
        onOpen={(place) => {
          setActive(shown[place] ?? null);
          setOpen(true);
        }}
        empty={t('noneLeft')}
      />
      <p className={css.keys}>{t('keys.units')}</p>
      {open && active && (
        <UnitDrawer
          table={table}
          unit={active}
          notes={notes(active)}
          onPrevious={step(-1)}
          onNext={step(1)}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => grid.current?.focus());
          }}
        />
      )}
    </>
  );
}
