import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { shortUnitName } from '../../../app/unit-name.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import css from './consolidation.module.css';
import type { UnitRow } from './model/flags.ts';
import { UnitDrawer } from './unit-drawer.tsx';
import { useUnitNotes } from './unit-notes.ts';

type Written = ReceiverTable['reasons'][number];

/** What the units wrote about their figures; each opens on its unit, where it stands in full. */
export function WrittenView({ table }: { readonly table: ReceiverTable }) {
  const { t } = useTranslation(['gathering', 'receiver']);
  const notes = useUnitNotes(table.files);
  const [active, setActive] = useState<number | null>(null);
  const [open, setOpen] = useState<UnitRow | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const unitOf = useMemo(() => new Map(table.units.map((unit) => [unit.code, unit])), [table]);
  const columns = useMemo(
    (): DataColumn<Written>[] => [
      {
        id: 'unit',
        header: t('columns.unit'),
        width: 'minmax(200px, 0.5fr)',
        cell: ({ code }) => (
          <span title={unitOf.get(code)?.name}>
            <span className="num dim">{code}</span> {shortUnitName(unitOf.get(code)?.name ?? '')}
          </span>
        ),
      },
      {
        id: 'kind',
        header: t('columns.kind'),
        width: '150px',
        cell: ({ kind }) => t(`receiver:kinds.${kind}`),
      },
      { id: 'about', header: t('columns.about'), width: '120px', cell: ({ about }) => about },
      {
        id: 'text',
        header: t('columns.text'),
        width: 'minmax(320px, 2fr)',
        cell: ({ text }) => <span title={text.slice(0, 600)}>{text}</span>,
      },
    ],
    [t, unitOf],
  );
  return (
    <>
      <DataTable
        grid={grid}
        label={t('views.written')}
        columns={columns}
        count={table.reasons.length}
        rowAt={(at) => table.reasons[at]}
        active={active}
        onActive={setActive}
        onOpen={(at) => setOpen(unitOf.get(table.reasons[at]?.code ?? '') ?? null)}
      />
      <p className={css.keys}>{t('keys.written')}</p>
      {open && (
        <UnitDrawer
          table={table}
          unit={open}
          notes={notes(open)}
          onClose={() => {
            setOpen(null);
            requestAnimationFrame(() => grid.current?.focus());
          }}
        />
      )}
    </>
  );
}
