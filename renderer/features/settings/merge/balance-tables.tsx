import { useTranslation } from 'react-i18next';
import { filledLines, flowPartOf, type Ratio } from '#shared/domain/merge/balance.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { useFormat } from '../../../app/words.ts';
import { useLabels } from '../privacy/use-labels.ts';
import classes from './merge.module.css';

type Balance = Output<'merge.preview'>;

interface Props {
  readonly balance: Balance;
  /** Names of the former units. */
  readonly units: readonly string[];
}

/** Records of each ledger and figures of each quarter, before and after. */
export function BalanceTables({ balance: { ledgers, figures }, units }: Props) {
  const { t } = useTranslation('merge');
  const format = useFormat();
  const labels = useLabels();
  const kept = filledLines(ledgers);
  const shown = (ratio: Ratio | null, figure: string): string =>
    ratio === null
      ? '–'
      : flowPartOf(figure) === null
        ? format.ratio(ratio.numerator, ratio.denominator)
        : format.count(ratio.denominator);
  const name = (figure: string): string => {
    const part = flowPartOf(figure);
    return part === null ? t('balance.objective', { id: figure }) : t(`flow.${part}`);
  };
  const head = (first: readonly string[], last: readonly string[]) => (
    <thead>
      <tr>
        {first.map((word) => (
          <th key={word}>{word}</th>
        ))}
        {[t('column.present'), ...units, ...last].map((word) => (
          <th key={word} className={classes.num}>
            {word}
          </th>
        ))}
      </tr>
    </thead>
  );
  return (
    <>
      <p>
        <span aria-hidden="true">✓ </span>
        {t('balance.equal')}
      </p>
      <Box label={t('balance.ledgers')}>
        {head([t('column.ledger')], [t('column.same'), t('column.left'), t('column.after')])}
        <tbody>
          {kept.map(({ ledger, present, sources, same, left, after }) => (
            <tr key={ledger}>
              <td>{labels.ledger(ledger)}</td>
              <Numbers values={[present, ...sources, same, left, after].map(format.count)} />
            </tr>
          ))}
        </tbody>
      </Box>
      <Box label={t('balance.figures')}>
        {head([t('column.period'), t('column.figure')], [t('column.gone'), t('column.after')])}
        <tbody>
          {figures.map(({ period, figure, present, sources, gone, after }) => (
            <tr key={`${period} ${figure}`}>
              <td>{periodTitle(period, format.language)}</td>
              <td>{name(figure)}</td>
              <Numbers values={[present, ...sources, gone, after].map((ratio) => shown(ratio, figure))} />
            </tr>
          ))}
        </tbody>
      </Box>
    </>
  );
}

function Box({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <b>{label}</b>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <div className={classes.tableBox} tabIndex={0} role="group" aria-label={label}>
        <table className={classes.table}>{children}</table>
      </div>
    </>
  );
}

function Numbers({ values }: { readonly values: readonly string[] }) {
  return values.map((value, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns never reorder
    <td key={at} className={classes.num}>
      {value}
    </td>
  ));
}
