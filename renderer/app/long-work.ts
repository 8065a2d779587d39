import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { onNotice } from './bridge.ts';
import { LongWorkLine } from './long-work-line.tsx';
import { noteWork, useLongWork } from './long-work-store.ts';
import { newTask } from './new-task.ts';

/** What takes less is done before anybody could read about it, ms. */
const PATIENCE = 500;

/**
 * Does something that may take long: after half a second it is said below what is done, how far it has come, and that
 * it can be stopped. `label`: what is being done, in words. Throws what `work` throws; CANCELLED where it was stopped.
 */
export async function longWork<T>(label: string, work: (task: string) => Promise<T>): Promise<T> {
  const task = newTask('work');
  const begun = { label, done: 0, total: null, part: null, cancelling: false, last: false };
  useLongWork.setState({ [task]: begun });
  const stopListening = onNotice((notice) => {
    if (notice.kind !== 'progress' || notice.task !== task) return;
    const { done, total, part = null, last = false } = notice;
    noteWork(task, { done, total, part, last });
  });
  const timer = setTimeout(() => {
    const message = createElement(LongWorkLine, { task });
    notifications.show({ id: task, autoClose: false, withCloseButton: false, allowClose: false, message });
  }, PATIENCE);
  try {
    return await work(task);
  } finally {
    clearTimeout(timer);
    stopListening();
    notifications.hide(task);
    const { [task]: _, ...others } = useLongWork.getState();
    useLongWork.setState(others, true);
  }
}
