import '../../../app/all-styles.ts';
import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { dayInVietnam } from '#shared/text/time-in-vietnam.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { ToneBadge } from '../../../ui/verdict-badge.tsx';
import css from './consolidation.module.css';
import type { UnitRow } from './model/flags.ts';
import { UNIT_LOOK } from './model/look.ts';
import { UnitFigures } from './unit-figures.tsx';
import { UnitFiles } from './unit-files.tsx';

interface Props {
  readonly table: ReceiverTable;
  readonly unit: UnitRow;
  readonly notes: readonly string[];
  /** Absent at the ends of the list. */
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  onClose(): void;
}

/** One unit of the table: its state, chain, figures, what it wrote, and every file of it with its verdict. */
export function UnitDrawer({ table, unit, notes, onPrevious, onNext, onClose }: Props) {
  const { t } = useTranslation(['gathering', 'receiver', 'common']);
  const written = table.reasons.filter(({ code }) => code === unit.code);
  const counted = unit.counted === null ? null : (table.files[unit.counted] ?? null);
  const look = UNIT_LOOK[unit.state];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(820px, 100vw)"
      title={`${unit.code} · ${unit.name}`}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      classNames={{ body: css.drawer ?? '' }}
      onKeyDown={(event) => {
        if (!event.altKey) return;
        const go = event.key === 'ArrowUp' ? onPrevious : event.key === 'ArrowDown' ? onNext : undefined;
        if (!go) return;
        event.preventDefault();
        go();
      }}
    >
      <div className={css.drawerHead}>
        <ToneBadge tone={look.tone} mark={look.mark}>
          {t(`receiver:unitStates.${unit.state}`)}
        </ToneBadge>
        {notes.map((note) => (
          <span key={note} className={css.note}>
            {note}
          </span>
        ))}
        <span className={css.grow} />
        <Button
          variant="default"
          size="compact-sm"
          disabled={!onPrevious}
          onClick={onPrevious}
          rightSection={<Kbd quiet>Alt ↑</Kbd>}
        >
          {t('unit.previous')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={!onNext}
          onClick={onNext}
          rightSection={<Kbd quiet>Alt ↓</Kbd>}
        >
          {t('unit.next')}
        </Button>
      </div>
      <dl className={css.facts}>
        {(unit.from !== null || unit.to !== null) && (
          <>
            <dt>{t('unit.validity')}</dt>
            <dd>
              {[
                unit.from !== null && t('unit.from', { day: formatDate(unit.from) }),
                unit.to !== null && t('unit.to', { day: formatDate(unit.to) }),
              ]
                .filter((part) => part !== false)
                .join(' ')}
            </dd>
          </>
        )}
        {counted && (
          <>
            <dt>{t('receiver:files.report')}</dt>
            <dd>
              {counted.reportId} · {t('columns.revision').toLowerCase()} {counted.revision}
              {unit.signedAt !== null &&
                ` · ${t('columns.signedAt').toLowerCase()} ${formatDate(dayInVietnam(unit.signedAt) as LocalDate)}`}
            </dd>
          </>
        )}
        {unit.nameDiffers && counted && (
          <>
            <dt>{t('receiver:summary.nameDiffers')}</dt>
            <dd>{counted.unitName}</dd>
          </>
        )}
        {unit.chain !== null && (
          <>
            <dt>{t('unit.chain')}</dt>
            <dd>{t(`receiver:chains.${unit.chain}`)}</dd>
          </>
        )}
      </dl>
      <UnitFigures table={table} unit={unit} />
      {written.length > 0 && (
        <section className={css.section}>
          <h3>{t('unit.written')}</h3>
          <ul className={css.writtenList}>
            {written.map(({ kind, about, text }) => (
              <li key={`${kind} ${about}`}>
                <b>
                  {t(`receiver:kinds.${kind}`)}
                  {about === null ? '' : ` ${about}`}
                </b>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <UnitFiles key={`${unit.code} ${unit.from}`} table={table} unit={unit} />
    </Drawer>
  );
}
