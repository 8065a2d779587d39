import { ProgressBar } from '../ui/progress-bar.tsx';
import { call } from './bridge.ts';
import { noteWork, useLongWork } from './long-work-store.ts';

/** What is being done, how far it has come, and the way to stop it. */
export function LongWorkLine({ task }: { readonly task: string }) {
  const work = useLongWork((works) => works[task]);
  if (!work) return null;
  const cancel = () => {
    noteWork(task, { cancelling: true });
    void call('tasks.cancel', { task }).catch(() => noteWork(task, { cancelling: false }));
  };
  return <ProgressBar {...work} onCancel={cancel} />;
}
