import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LedgerState } from '#shared/ipc/contract/ledgers.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { GROUPS, type GroupedLedger } from './groups.ts';
import css from './records.module.css';

interface Props {
  readonly current: LedgerId;
  onChoose(ledger: LedgerId): void;
}

/** The ledgers in their groups, each with how much is in it, what is due and what is missing. ↑ ↓ choose. */
export function LedgerList({ current, onChoose }: Props) {
  const { t } = useTranslation('entries');
  const list = useRef<HTMLElement>(null);
  const states = useQuery('ledgers.states', {}, ['ledgers']);
  const stateOf = (ledger: LedgerId) => states.data?.find((state) => state.ledger === ledger);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };

  return (
    <nav ref={list} className={css.list} aria-label={t('screen.groups')} onKeyDown={onKeyDown}>
      {GROUPS.map(([group, ledgers]) => {
        const alone = ledgers.length === 1;
        return (
          <div key={group} className={css.group}>
            {alone ? null : <h2>{t(`screen.group.${group}`)}</h2>}
            {ledgers.map((ledger) => (
              <button
                key={ledger}
                type="button"
                data-under={!alone || undefined}
                aria-current={ledger === current ? 'true' : undefined}
                onClick={() => onChoose(ledger)}
              >
                <LedgerItem ledger={ledger} state={stateOf(ledger)} />
              </button>
            ))}
          </div>
        );
      })}
    </nav>
  );
}

function LedgerItem({
  ledger,
  state,
}: {
  readonly ledger: GroupedLedger;
  readonly state: LedgerState | undefined;
}) {
  const { t } = useTranslation('entries');
  const format = useFormat();
  const lacking = Object.values(state?.lacks ?? {}).reduce((sum, n) => sum + n, 0);
  const marks = state
    ? ([
        ['missed', state.overdue, 'screen.overdue'],
        ['attention', state.dueSoon, 'screen.dueSoon'],
        ['attention', lacking, 'screen.lacks'],
      ] as const)
    : [];
  return (
    <>
      <span className={css.name}>
        {t(`screen.short.${ledger}`)}
        {state ? <span className={css.entries}>{format.count(state.entries)}</span> : null}
      </span>
      <span className={css.marks}>
        {state?.keptFrom === null ? <span>{t('screen.notKept')}</span> : null}
        {marks
          .filter(([, n]) => n > 0)
          .map(([tone, n, key]) => (
            <span key={key} data-tone={tone}>
              {t(key, { n: format.count(n) })}
            </span>
          ))}
      </span>
    </>
  );
}
