import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { reportYearStart, resolvePeriod } from '#shared/domain/period.ts';
import { toFault } from '../../app/bridge.ts';
import { callWithReason } from '../../app/closed-reason.ts';
import { goToImports, useNavigation } from '../../app/navigation.ts';
import { useQuery } from '../../app/use-query.ts';
import { NoneFits, NothingYet } from '../../record-list/list-empty.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showDone, showFault } from '../../ui/toast.tsx';
import css from '../ledgers.module.css';
import { useLedgerWords } from '../words.ts';

interface Props {
  readonly ledger: LedgerId;
  readonly filtered: boolean;
  readonly trash: boolean;
  onClear(): void;
  onCreate(): void;
}

/** What to do first where there is no entry, or none that matches. */
export function LedgerEmpty({ ledger, filtered, trash, onClear, onCreate }: Props) {
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  if (trash)
    return (
      <NoneFits
        title={t('empty.trashTitle')}
        text={t('empty.trashText')}
        back={t('actions.leaveTrash')}
        onBack={onClear}
      />
    );
  if (filtered)
    return <NoneFits title={t('empty.noMatchTitle')} text={t('empty.noMatchText')} onBack={onClear} />;
  return (
    <NothingYet
      title={t('empty.title', { name: words.name(ledger) })}
      create={t('empty.add')}
      onCreate={onCreate}
      onImport={() => goToImports(ledger)}
    >
      {words.empty(ledger)}
      {ledgerOf(ledger).place === 'records' ? <Kept ledger={ledger} /> : null}
    </NothingYet>
  );
}

/** "Kept, though nothing happened yet": the difference between no figure and a figure of nothing. */
function Kept({ ledger }: { readonly ledger: LedgerId }) {
  const { t } = useTranslation('entries');
  const periodId = useNavigation((navigation) => navigation.period);
  const scheme = useNavigation((navigation) => navigation.scheme);
  const period = periodId === null ? null : resolvePeriod(periodId, scheme);
  const [chosen, setChosen] = useState<LocalDate | null>(null);
  const states = useQuery('ledgers.states', {}, ['ledgers']);
  const state = states.data?.find((each) => each.ledger === ledger);
  const from = chosen ?? (period && reportYearStart(period));
  const line = useRef<HTMLDivElement>(null);
  const refocus = useRef(false);
  const kept = state?.keptFrom ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what is kept has changed
  useEffect(() => {
    if (!refocus.current) return;
    refocus.current = false;
    line.current?.querySelector('button')?.focus();
  }, [kept]);
  if (!state) return null;

  const say = async (day: LocalDate | null) => {
    // The button that was pressed goes; the keyboard goes to the one that takes the deed back.
    refocus.current = true;
    try {
      await callWithReason('ledgers.setKept', { ledger, from: day });
      states.refresh();
      showDone(day === null ? t('empty.unkeptDone') : t('empty.keptDone', { date: formatDate(day) }));
    } catch (reason) {
      refocus.current = false;
      showFault(toFault(reason));
    }
  };

  if (state.keptFrom !== null)
    return (
      <div ref={line} className={css.kept}>
        <b>{t('empty.keptSince', { date: formatDate(state.keptFrom) })}</b>{' '}
        <LinkButton onClick={() => void say(null)}>{t('empty.unkeep')}</LinkButton>
      </div>
    );
  return (
    <div className={css.kept}>
      <div ref={line} className={css.keptLine}>
        <Button variant="default" disabled={from === null} onClick={() => void say(from)}>
          {t('empty.kept')}
        </Button>
        <span>{t('empty.keptFrom')}</span>
        <DateField aria-label={t('empty.keptFrom')} value={from} onChange={setChosen} />
      </div>
      <p>{t('empty.keptHint')}</p>
    </div>
  );
}
