import '../../app/all-styles.ts';
import { Button, Drawer, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFormula } from '#shared/domain/formulas/registry.ts';
import { EXPLAIN_LISTS, type Overview } from '#shared/ipc/contract/evaluation.ts';
import { useEntryLabels } from '../../app/entry-labels.ts';
import { useFormulaWords } from '../../app/formula-words.ts';
import { goToLedger } from '../../app/navigation.ts';
import { openRecord } from '../../app/open-record.ts';
import { useTargetWords } from '../../app/target-words.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { useLedgerWords } from '../../ledgers/words.ts';
import { useOpenPaper } from '../../papers/open-paper.ts';
import { MissingButton, RecordsButton } from '../../papers/records-button.tsx';
import { ObjectiveTrend } from '../../pictures/objective-trend.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Meter } from '../../ui/meter.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import classes from './explain.module.css';
import { type ExplainedEntry, type ExplainList, useExplained } from './use-explained.ts';

interface Props {
  readonly overview: Overview;
  readonly objective: string;
  readonly onClose: () => void;
}

/** What is behind a figure: the decision's sentence, the formula in words, and the dossiers with their causes. */
export default function ExplainDrawer({ overview, objective, onClose }: Props) {
  const { t } = useTranslation(['overview', 'common', 'targets']);
  const format = useFormat();
  const formula = useFormulaWords();
  const targetWords = useTargetWords();
  const sets = useQuery('targets.list', {}, ['settings']).data;
  // Escape closes the paper first that lies over the drawer.
  const covered = useOpenPaper((open) => open.paper !== null);
  const text = overview.objectives.find(({ id }) => id === objective);
  const result = overview.evaluation.objectives.find(({ id }) => id === objective);
  const period = overview.evaluation.period.id;
  if (!text || !result || period === null) return null;
  const share =
    result.numerator === null || !result.denominator ? null : (result.numerator / result.denominator) * 100;
  const counted = result.numerator !== null;
  const words = formula(result.formula);
  const filter = targetWords.filter(text.formula, text.filter);
  const { id, version } = overview.evaluation.targetSet;
  const own = sets?.find((set) => set.id === id && set.version === version)?.own;
  // An own set only raises what its given set orders: the point is of that decision.
  const given = own
    ? sets?.find((set) => set.id === own.base && set.objectives.some((each) => each.id === objective))
    : null;
  const decision = given?.decision ?? overview.decision;
  return (
    <Drawer
      opened
      data-help="explain"
      onClose={onClose}
      closeOnEscape={!covered}
      trapFocus={!covered}
      position="right"
      size={620}
      title={text.title[format.language]}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <p className={classes.sentence}>
        {text.sentence[format.language]}{' '}
        <span className="dim">
          ({t('overview:explain.source', { point: text.annexPoint, decision: decision.number })})
        </span>
      </p>
      <div className={classes.figures}>
        <Figure percent={result.percent} numerator={result.numerator} denominator={result.denominator} />
        <span className="dim">
          {t(`overview:threshold.${result.threshold.op}`, {
            target: format.basisPoints(result.threshold.basisPoints),
          })}
        </span>
        <VerdictBadge verdict={result.verdict} shortBy={result.shortBy} striven={text.striven} />
      </div>
      <Meter
        value={share}
        target={result.threshold.basisPoints / 100}
        tone={result.verdict === 'met' || result.verdict === 'missed' ? result.verdict : 'none'}
      />
      <section className={classes.trend}>
        <h3>{t('targets:progress.trend', { target: targetWords.threshold(result.threshold) })}</h3>
        <ObjectiveTrend
          text={text}
          points={overview.trend.find((each) => each.objective === objective)?.points ?? []}
        />
      </section>
      {words ? (
        <dl className={classes.formula}>
          <dt>{t('overview:explain.numerator')}</dt>
          <dd>{words.numerator}</dd>
          <dt>{t('overview:explain.denominator')}</dt>
          <dd>{words.denominator}</dd>
        </dl>
      ) : null}
      {filter ? <p className={classes.filter}>{filter}</p> : null}
      {result.verdict === 'missed' ? (
        <p className={classes.why}>
          {result.shortBy === null
            ? t('overview:explain.unreachable')
            : t('overview:explain.shortBy', { n: format.count(result.shortBy) })}
        </p>
      ) : null}
      {counted ? (
        <Lists
          period={period}
          objective={objective}
          missing={result.missingData ?? 0}
          ledgers={findFormula(result.formula)?.kind === 'ledger'}
          startWith={result.verdict === 'missed' ? 'against' : 'counted'}
        />
      ) : (
        <NoFigure formula={result.formula} due={result.verdict !== 'not-due'} onClose={onClose} />
      )}
    </Drawer>
  );
}

/** Why there is no figure, and the way to the ledgers that would give one. */
function NoFigure({ formula: id, due, onClose }: { formula: string; due: boolean; onClose: () => void }) {
  const { t } = useTranslation('overview');
  const words = useLedgerWords();
  const formula = findFormula(id);
  const ledgers = formula?.kind === 'ledger' ? formula.ledgers : [];
  return (
    <>
      <p className="dim">{t(due ? 'explain.notKept' : 'explain.notDue')}</p>
      <div className={classes.ledgers}>
        {/* The lists that the others refer to stand first: what is recorded is the last. */}
        {ledgers.map((ledger, at) => (
          <Button
            key={ledger}
            variant="default"
            data-autofocus={at === ledgers.length - 1 || undefined}
            onClick={() => {
              onClose();
              goToLedger(ledger);
            }}
          >
            {t('explain.openLedger', { name: words.name(ledger) })}
          </Button>
        ))}
      </div>
    </>
  );
}

function Lists({
  period,
  objective,
  missing,
  ledgers,
  startWith,
}: {
  period: string;
  objective: string;
  /** How many lack a fact that the figure needs. */
  missing: number;
  /** The records are entries of ledgers, not dossiers. */
  ledgers: boolean;
  startWith: ExplainList;
}) {
  const { t } = useTranslation(['overview', 'causes']);
  const format = useFormat();
  const [list, setList] = useState<ExplainList>(startWith);
  const [active, setActive] = useState<number | null>(null);
  const { loaded, head, fault, rowAt, onRange } = useExplained({ period, objective, list });
  const labelOf = useEntryLabels(loaded);
  const cause = (code: string) => t(`causes:${code}` as 'causes:early');
  // A record may stand for many things: the answers of a batch, the work files of a month.
  const batches = head !== null && head.rows[list] !== head.totals[list];
  const countColumn: DataColumn<ExplainedEntry> = {
    id: 'count',
    header: t('overview:explain.count'),
    width: '70px',
    align: 'right',
    cell: (entry) => format.count(entry.count),
  };
  const columns: DataColumn<ExplainedEntry>[] = [
    {
      id: 'n',
      header: t('overview:explain.ordinal'),
      width: '54px',
      align: 'right',
      cell: (_, index) => <span className="dim">{format.count(index + 1)}</span>,
    },
    {
      id: 'code',
      header: t(ledgers ? 'overview:explain.entry' : 'overview:explain.code'),
      width: 'minmax(230px, 1.3fr)',
      cell: (entry) => <span title={labelOf(entry)}>{labelOf(entry)}</span>,
    },
    {
      id: 'cause',
      header: t('overview:explain.cause'),
      width: 'minmax(220px, 1fr)',
      cell: (entry) => <span title={cause(entry.cause)}>{cause(entry.cause)}</span>,
    },
    ...(batches ? [countColumn] : []),
  ];
  function open(index: number): void {
    const entry = rowAt(index);
    if (entry) openRecord(entry);
  }
  return (
    <>
      <Tabs
        value={list}
        onChange={(value) => {
          setList((value ?? 'against') as ExplainList);
          setActive(null);
        }}
      >
        <Tabs.List grow>
          {EXPLAIN_LISTS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`overview:explain.list.${each}`)} {head ? <b>{format.count(head.totals[each])}</b> : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {head && Object.keys(head.causes).length > 0 ? (
        <ul className={classes.causes}>
          {Object.entries(head.causes)
            .sort(([, a], [, b]) => b - a)
            .map(([code, count]) => (
              <li key={code}>
                <b className="num">{format.count(count)}</b> {cause(code)}
              </li>
            ))}
        </ul>
      ) : null}
      <DataTable
        key={list}
        first
        label={t(`overview:explain.list.${list}`)}
        columns={columns}
        count={head?.rows[list] ?? 0}
        rowAt={rowAt}
        onRange={onRange}
        active={active}
        onActive={setActive}
        onOpen={open}
        empty={head ? t('overview:explain.empty') : t('overview:explain.loading')}
      />
      <div className={classes.foot}>
        <p className={classes.hint}>{t('overview:explain.hint')}</p>
        {missing > 0 ? <MissingButton period={period} objective={objective} count={missing} /> : null}
        <RecordsButton period={period} objective={objective} list={list} />
      </div>
    </>
  );
}
