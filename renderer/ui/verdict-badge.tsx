import { useTranslation } from 'react-i18next';
import type { Verdict } from '#shared/domain/evaluation.ts';
import { useFormat } from '../app/words.ts';
import classes from './parts.module.css';

const MARKS: Record<Verdict, string> = {
  met: '✓',
  missed: '▲',
  'no-data': '',
  'not-recorded': '',
  'not-due': '',
};

interface Props {
  readonly verdict: Verdict;
  /** Smallest number of records that would turn a miss; null: cannot be turned, or is not known. */
  readonly shortBy?: number | null;
  /** Striven for (phấn đấu): a miss is stated, not reproached. */
  readonly striven?: boolean;
}

/** The verdict in words with its mark; colour only repeats what both say. */
export function VerdictBadge({ verdict, shortBy = null, striven = false }: Props) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const short = verdict === 'missed' && shortBy !== null;
  const tone = verdict === 'met' ? 'met' : verdict === 'missed' ? (striven ? 'attention' : 'missed') : 'none';
  return (
    <span className={classes.verdict} data-tone={tone}>
      {MARKS[verdict] ? <span aria-hidden="true">{MARKS[verdict]} </span> : null}
      {short ? (
        <>
          <span className="sr-only">{t('verdict.missed')}. </span>
          {t('verdict.shortBy', { n: format.count(shortBy) })}
        </>
      ) : (
        t(`verdict.${verdict}`)
      )}
    </span>
  );
}

/** A mark with words for any other three- or four-way judgement (a checked file, a checked row). */
export function ToneBadge({
  tone,
  mark,
  children,
}: {
  tone: 'met' | 'missed' | 'attention' | 'none';
  mark?: string;
  children: string;
}) {
  return (
    <span className={classes.verdict} data-tone={tone}>
      {mark ? <span aria-hidden="true">{mark} </span> : null}
      {children}
    </span>
  );
}
