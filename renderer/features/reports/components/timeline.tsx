import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { parsePeriodId } from '#shared/domain/period.ts';
import { periodShort, periodTitle } from '#shared/i18n/period-words.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { useFormat } from '../../../app/words.ts';
import { timelineOrder } from '../model/timeline-order.ts';
import css from '../reports.module.css';

type Entry = Output<'reports.timeline'>[number];
const MARK: Record<Entry['state'], string> = { running: '◔', due: '▲', signed: '✓', future: '○' };
const OPTIONAL_MARK = '○';

interface Props {
  readonly entries: readonly Entry[];
  readonly selected: string;
  onSelect(period: string): void;
}

/** The periods by kind, each with the state of its report; ← and → move. */
export function Timeline({ entries: given, selected, onSelect }: Props) {
  const { t } = useTranslation(['reports', 'receipts']);
  const { language } = useFormat();
  const ordered = useMemo(() => timelineOrder(given), [given]);
  const entries = ordered.map(({ entry }) => entry);
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: entries that arrive later move the selected one
  useEffect(() => {
    list.current
      ?.querySelector('[aria-checked="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected, ordered]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = entries.findIndex((entry) => entry.period === selected);
    const next = step === undefined ? undefined : entries[at + step];
    if (!next) return;
    event.preventDefault();
    onSelect(next.period);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus());
  };

  return (
    <div
      ref={list}
      role="radiogroup"
      aria-label={t('timeline.label')}
      className={css.timeline}
      onKeyDown={onKeyDown}
    >
      {ordered.map(({ entry, first }) => (
        <button
          key={entry.period}
          type="button"
          role="radio"
          aria-checked={entry.period === selected}
          tabIndex={entry.period === selected || (at0(entries, selected) && entry === entries[0]) ? 0 : -1}
          className={css.stop}
          data-state={entry.state}
          data-answer={
            entry.receipt ? (entry.receipt.trusted ? entry.receipt.verdict : 'unknown') : undefined
          }
          data-optional={isOptional(entry.period) || undefined}
          data-first={first || undefined}
          title={`${periodTitle(entry.period, language)}: ${formatDate(entry.from)} – ${formatDate(entry.to)}`}
          onClick={() => onSelect(entry.period)}
        >
          <b>{periodShort(entry.period, language)}</b>
          <span>
            <span aria-hidden="true">{markOf(entry)} </span>
            {entry.receipt
              ? t(`receipts:${entry.receipt.trusted ? 'line' : 'lineUnknown'}.${entry.receipt.verdict}`)
              : entry.state === 'signed'
                ? t('receipts:line.none')
                : t(`timeline.state.${entry.state}`)}
          </span>
        </button>
      ))}
    </div>
  );
}

/** Sign before the words of a period's state, which say the same. */
function markOf({ state, period, receipt }: Entry): string {
  if (receipt) return !receipt.trusted ? '?' : receipt.verdict === 'returned' ? '↩' : MARK.signed;
  return state === 'due' && isOptional(period) ? OPTIONAL_MARK : MARK[state];
}

/** Periods few are asked to report on: an unsigned one wants nothing. */
function isOptional(period: string): boolean {
  const kind = parsePeriodId(period)?.kind;
  return kind === 'month' || kind === 'nine-months';
}

/** None of the entries is selected: the first one then takes the focus. */
function at0(entries: readonly Entry[], selected: string): boolean {
  return !entries.some((entry) => entry.period === selected);
}
