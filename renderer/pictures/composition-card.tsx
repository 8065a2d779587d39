import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { Composition } from '#shared/ipc/contract/evaluation.ts';
import { goToDossiers } from '../app/navigation.ts';
import { useFormat } from '../app/words.ts';
import { Card } from '../ui/card.tsx';
import type { Fill, Tone } from '../ui/charts/fills.tsx';
import { StackedTable, type StackRow } from '../ui/charts/stacked-table.tsx';
import {
  CHANNEL_PARTS,
  type ChannelPart,
  RESULT_PARTS,
  type ResultPart,
  receivedLead,
  resolvedLead,
} from './composition-leads.ts';
import { type ShownRow, shownRows } from './composition-rows.ts';
import classes from './pictures.module.css';

/** Fields that are shown before the small ones are added up. */
const MOST = 6;

const CHANNEL_LOOK: Record<ChannelPart, { fill: Fill; tone: Tone }> = {
  online: { fill: 'solid', tone: 'plain' },
  direct: { fill: 'light', tone: 'plain' },
  post: { fill: 'dots', tone: 'plain' },
  unknown: { fill: 'outline', tone: 'none' },
};
const RESULT_LOOK: Record<ResultPart, { fill: Fill; tone: Tone }> = {
  early: { fill: 'solid', tone: 'met' },
  onTime: { fill: 'light', tone: 'met' },
  late: { fill: 'hatch', tone: 'missed' },
};

/**
 * What the period's dossiers consist of: those received by field and way of receipt, those resolved by field and
 * result, each number leading to the dossiers it counts.
 */
export function CompositionCard({
  composition,
  narrow = false,
  children,
}: {
  readonly composition: Composition;
  /** One table below the other. */
  readonly narrow?: boolean;
  /** What else belongs to the same card, beneath. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const rows = shownRows(composition.rows, open ? Number.POSITIVE_INFINITY : MOST);
  const folded = rows.find((row) => row.folded !== null)?.folded ?? 0;
  // Nobody who records the way of receipt of all wants a column of noughts.
  const channels = CHANNEL_PARTS.filter(
    (part) => part === 'online' || part === 'direct' || (rows[0]?.received[part] ?? 0) > 0,
  );
  const rowOf = (row: ShownRow, at: number, counts: readonly number[], total: number): StackRow => ({
    id: String(at),
    label: label(row, t),
    counts,
    total,
    whole: at === 0,
  });
  const head = (which: 'received' | 'resolved') => ({
    row: t(`composition.${which}`),
    bar: t('composition.bar'),
    total: t('composition.total'),
  });
  const lead = (filter: DossierFilter | null) => filter && (() => goToDossiers({ filter }));
  const shown = ({ id }: StackRow): ShownRow => rows[Number(id)] as ShownRow;
  return (
    <Card
      title={t('flow.title')}
      note={t('composition.note')}
      actions={
        folded > 0 || open ? (
          <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('composition.fewer') : t('composition.more', { n: format.count(folded) })}
          </button>
        ) : null
      }
    >
      <div className={classes.composition} data-narrow={narrow || undefined}>
        <StackedTable
          caption={t('composition.receivedTable')}
          head={head('received')}
          columns={channels.map((id) => ({ id, label: t(`composition.${id}`), ...CHANNEL_LOOK[id] }))}
          rows={rows.map((row, at) =>
            rowOf(
              row,
              at,
              channels.map((part) => row.received[part]),
              row.received.total,
            ),
          )}
          say={format.count}
          leadOf={(row, part) => lead(receivedLead(composition, shown(row), part as ChannelPart | null))}
        />
        <StackedTable
          caption={t('composition.resolvedTable')}
          head={head('resolved')}
          columns={RESULT_PARTS.map((id) => ({ id, label: t(`flow.${id}`), ...RESULT_LOOK[id] }))}
          rows={rows.map((row, at) =>
            rowOf(
              row,
              at,
              RESULT_PARTS.map((part) => row.resolved[part]),
              row.resolved.total,
            ),
          )}
          say={format.count}
          leadOf={(row, part) => lead(resolvedLead(composition, shown(row), part as ResultPart | null))}
        />
      </div>
      {children}
    </Card>
  );
}

function label({ field, folded }: ShownRow, t: ReturnType<typeof useTranslation<'overview'>>['t']): string {
  if (folded !== null) return t('composition.folded', { n: folded });
  if (field === null) return t('composition.all');
  return field === '' ? t('composition.noField') : field;
}
