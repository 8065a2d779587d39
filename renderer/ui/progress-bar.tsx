import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/words.ts';
import classes from './parts.module.css';

interface Props {
  /** What is being done, in words. */
  readonly label: string;
  /** Which part of it, in words; work that only has such parts tells no counts. */
  readonly part?: string | undefined;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
  readonly onCancel?: (() => void) | undefined;
  /** Cancelling was asked for and is under way. */
  readonly cancelling?: boolean;
  /** It can no longer be stopped: the button goes, and its place stays. */
  readonly last?: boolean;
}

/** Long work: what, how far in counts, and a way out of it. */
export function ProgressBar({ label, part, done, total, onCancel, cancelling = false, last = false }: Props) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const counted = total === null ? format.count(done) : format.ratio(done, total);
  const counts = part === undefined ? counted : total === null && done === 0 ? part : `${part} ${counted}`;
  return (
    <div className={classes.progress}>
      <div className={classes.progressLine}>
        <span>{label}</span>
        <span className="num dim">{counts}</span>
      </div>
      <div
        className={classes.progressTrack}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : done}
        aria-valuetext={counts}
      >
        <div
          className={share === null ? classes.progressUnknown : classes.progressDone}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
      {onCancel ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={onCancel}
          disabled={cancelling || last}
          style={last ? { visibility: 'hidden' } : undefined}
        >
          {cancelling ? t('action.cancelling') : t('action.cancel')}
        </Button>
      ) : null}
    </div>
  );
}
