import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { useTask } from './use-task.ts';

const KILOBYTE = 1000;

/** How far reading (kB) or checking (steps) has come. */
export function TaskProgress({ task }: { task: ReturnType<typeof useTask> }) {
  const { t } = useTranslation('backup');
  const { progress, cancelling, cancel } = task;
  if (progress === null) return null;
  const reading = progress.phase === 'reading';
  const unit = reading ? KILOBYTE : 1;
  return (
    <ProgressBar
      label={t(reading ? 'progress.reading' : 'progress.checking')}
      done={Math.round(progress.done / unit)}
      total={progress.total === null ? null : Math.round(progress.total / unit)}
      onCancel={cancel}
      cancelling={cancelling}
    />
  );
}
