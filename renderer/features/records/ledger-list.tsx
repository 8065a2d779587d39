import { useTranslation } from 'react-i18next';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LedgerState } from '#shared/ipc/contract/ledgers.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { SideList } from '../../ui/side-list.tsx';
import { GROUPS, type GroupedLedger } from './groups.ts';
import css from './records.module.css';

interface Props {
  readonly current: LedgerId;
  onChoose(ledger: LedgerId): void;
}

/** The ledgers in their groups, each with how much is in it, what is due and what is missing. ↑ ↓ choose. */
export function LedgerList({ current, onChoose }: Props) {
  const { t } = useTranslation('entries');
  const states = useQuery('ledgers.states', {}, ['ledgers']);
  const stateOf = (ledger: LedgerId) => states.data?.find((state) => state.ledger === ledger);

  const groups = GROUPS.map(([group, ledgers]) => ({
    title: ledgers.length === 1 ? null : t(`screen.group.${group}`),
    items: ledgers.map((ledger) => ({
      key: ledger,
      content: <LedgerItem ledger={ledger} state={stateOf(ledger)} />,
    })),
  }));
  return (
    <SideList<LedgerId> label={t('screen.groups')} groups={groups} current={current} onChoose={onChoose} />
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
