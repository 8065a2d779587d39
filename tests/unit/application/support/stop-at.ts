import type { Notice } from '#shared/ipc/result.ts';
import type { Office } from './office.ts';

type Progress = Extract<Notice, { kind: 'progress' }>;

/**
 * Begins long work under a task and stops it when it tells for the n-th time how far it is: what it had told by then, and
 * whether it ended all the same. Throws what the work throws for another reason.
 */
export async function stopAt(
  office: Pick<Office, 'notices' | 'call'>,
  n: number,
  work: (task: string) => Promise<unknown>,
): Promise<{ readonly told: readonly Progress[]; readonly done: boolean }> {
  const { push } = office.notices;
  const told: Progress[] = [];
  office.notices.push = (...notices) => {
    for (const notice of notices)
      if (notice.kind === 'progress' && told.push(notice) === n)
        void office.call('tasks.cancel', { task: notice.task });
    return push.apply(office.notices, notices);
  };
  try {
    await work(`stopped-${n}`);
    return { told, done: true };
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'CANCELLED') throw fault;
    return { told, done: false };
  } finally {
    office.notices.push = push;
  }
}
