import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { call } from './bridge.ts';
import { noteWork, useLongWork } from './long-work-store.ts';

/** What is being done, which part of it, how far it has come, and the way to stop it. */
export function LongWorkLine({ task }: { readonly task: string }) {
  const { t } = useTranslation('common');
  const work = useLongWork((works) => works[task]);
  if (!work) return null;
  const { label, done, total, part, cancelling, last } = work;
  const cancel = () => {
    noteWork(task, { cancelling: true });
    void call('tasks.cancel', { task }).catch(() => noteWork(task, { cancelling: false }));
  };
  return (
    <ProgressBar
      label={label}
      part={part === null ? undefined : t(`part.${part}`)}
      done={done}
      total={total}
      cancelling={cancelling}
      onCancel={cancel}
      last={last}
    />
  );
}
