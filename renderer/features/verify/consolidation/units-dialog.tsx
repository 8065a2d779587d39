import '../../../app/all-styles.ts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { foldWords } from '#shared/text/fold.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { useMay } from '../../../app/use-may.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { hideDone, showDone, showUndoable } from '../../../ui/toast.tsx';
import css from './consolidation.module.css';
import { DueDays } from './due-days.tsx';
import { faultsOf } from './model/unit-faults.ts';
import { UnitForm } from './unit-form.tsx';
import { useUnitsList } from './use-units-list.ts';

/** A list read from a file, looked at before it takes the place of the kept one. */
interface ReadList {
  readonly file: string;
  readonly units: readonly ExpectedUnit[];
}

/** Who must report: read from a file after a look, written in place, each change saved and to be taken back; the deadline. */
export function UnitsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['gathering', 'receiver', 'common']);
  const format = useFormat();
  const list = useUnitsList();
  const mayWrite = useMay('receive');
  const [read, setRead] = useState<ReadList | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<number | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const units = read?.units ?? list.units;
  const faults = useMemo(() => faultsOf(units), [units]);
  const wanted = foldWords(search);
  /** Places of the units shown. */
  const shown = useMemo(
    () =>
      units.flatMap((unit, at) =>
        wanted === '' || foldWords(`${unit.code} ${unit.name}`).includes(wanted) ? [at] : [],
      ),
    [units, wanted],
  );
  const chosen = active === null ? undefined : units[active];

  const pick = async () => {
    setFault(null);
    try {
      const file = await call('files.pickUnits', {});
      if (!file) return;
      const found = await call('receiver.readUnits', { file: file.token });
      setRead({ file: file.name, units: found });
      setActive(null);
      setSearch('');
    } catch (reason) {
      setFault(toFault(reason));
    }
  };
  const take = async () => {
    if (!read) return;
    const before = list.units;
    if (!(await list.save(read.units))) return;
    setRead(null);
    showUndoable(
      t('list.taken', { n: format.count(read.units.length) }),
      t('common:action.undo'),
      () => void list.save(before),
    );
  };
  // Taking an older deed back would put the whole list back, this change with it.
  const change = (at: number, unit: ExpectedUnit) => {
    hideDone();
    void list.save(list.units.map((one, place) => (place === at ? unit : one)));
  };
  const add = () => {
    hideDone();
    setSearch('');
    setActive(list.units.length);
    void list.save([...list.units, { code: '', name: '', level: 'commune', from: null, to: null, keys: [] }]);
  };
  const remove = (at: number) => {
    const before = list.units;
    const gone = before[at];
    if (!gone) return;
    void list.save(before.filter((_, place) => place !== at));
    setActive(null);
    grid.current?.focus();
    const name = gone.name || gone.code || t('list.newName');
    showUndoable(t('list.removed', { name }), t('common:action.undo'), () => void list.save(before));
  };

  const columns: DataColumn<number>[] = [
    { id: 'code', header: t('receiver:summary.code'), width: '84px', cell: (at) => units[at]?.code },
    {
      id: 'name',
      header: t('columns.unit'),
      width: 'minmax(180px, 1fr)',
      cell: (at) => (
        <span title={units[at]?.name}>
          {faults.has(at) && <span className={css.warn}>▲ </span>}
          {units[at]?.name || <span className="dim">{t('list.newName')}</span>}
        </span>
      ),
    },
    {
      id: 'level',
      header: t('list.level'),
      width: '84px',
      cell: (at) => t(`receiver:levels.${units[at]?.level ?? 'commune'}`),
    },
    {
      id: 'from',
      header: t('list.from'),
      width: '128px',
      align: 'right',
      cell: (at) => units[at]?.from && format.date(units[at].from),
    },
    {
      id: 'to',
      header: t('list.to'),
      width: '104px',
      align: 'right',
      cell: (at) => units[at]?.to && format.date(units[at].to),
    },
  ];

  return (
    <Modal
      opened
      data-help="units"
      onClose={onClose}
      size="min(1160px, 97vw)"
      title={t('list.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <p className={css.said}>{mayWrite ? t('list.lead') : t('list.forbidden')}</p>
      <div className={css.listHead}>
        <DueDays disabled={!mayWrite} />
        <span className={css.grow} />
        <Button variant="default" disabled={!mayWrite} onClick={() => void pick()}>
          {t('list.read')}
        </Button>
        <Button variant="default" disabled={!mayWrite || read !== null || !list.loaded} onClick={add}>
          {t('list.add')}
        </Button>
      </div>
      {(fault ?? list.fault) && <ErrorNotice fault={(fault ?? list.fault) as CallFault} />}
      {read && (
        <div className={css.readNote} role="status">
          <b>{t('list.found', { n: format.count(read.units.length), file: read.file })}</b>
          <span className={css.grow} />
          <Button autoFocus onClick={() => void take()}>
            {t('list.take')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setRead(null);
              setActive(null);
              showDone(t('list.left'));
            }}
          >
            {t('list.leave')}
          </Button>
        </div>
      )}
      <div className={css.listColumns}>
        <div className={css.listSide}>
          <div className={css.listSearch}>
            <TextInput
              size="xs"
              type="search"
              data-autofocus
              aria-label={t('list.search')}
              placeholder={t('list.search')}
              value={search}
              onChange={(event) => {
                setSearch(event.currentTarget.value);
                setActive(null);
              }}
            />
            <span className="dim">{t('list.count', { n: format.count(shown.length) })}</span>
            <span className={css.grow} />
            {read === null && list.saved !== 'none' && (
              <span className={list.saved === 'waiting' ? css.warn : 'dim'} role="status">
                {list.saved === 'waiting' ? `▲ ${t('list.unsaved')}` : `✓ ${t('list.saved')}`}
              </span>
            )}
          </div>
          <DataTable
            grid={grid}
            label={t('list.title')}
            columns={columns}
            count={shown.length}
            rowAt={(place) => shown[place]}
            active={active === null ? null : shown.indexOf(active)}
            onActive={(place) => setActive(shown[place] ?? null)}
            onOpen={() => document.querySelector<HTMLInputElement>('#unit-code')?.focus()}
            empty={units.length === 0 && list.loaded ? t('list.empty') : t('noneLeft')}
          />
        </div>
        <div className={css.listForm}>
          {chosen && active !== null && (
            <UnitForm
              key={`${active} ${read === null}`}
              unit={chosen}
              faults={faults.get(active) ?? {}}
              disabled={!mayWrite || read !== null}
              onChange={(unit) => change(active, unit)}
              onRemove={() => remove(active)}
            />
          )}
        </div>
      </div>
    </Modal>
  );
}
