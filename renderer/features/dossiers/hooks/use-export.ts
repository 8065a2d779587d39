import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { call, onNotice, toFault } from '../../../app/bridge.ts';
import { useFormat } from '../../../app/words.ts';
import { showFault, showNext } from '../../../ui/toast.tsx';

interface Running {
  readonly task: string;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
}

/** Writes the dossiers that a filter finds as a workbook which imports back; asks where, says how far. */
export function useExport(filter: DossierFilter, today: LocalDate | null) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const [running, setRunning] = useState<Running | null>(null);
  const busy = useRef(false);
  const task = running?.task ?? null;

  useEffect(() => {
    if (task === null) return;
    return onNotice((notice) => {
      if (notice.kind === 'progress' && notice.task === task)
        setRunning({ task, progress: { done: notice.done, total: notice.total } });
    });
  }, [task]);

  /** `reason`: why ID numbers are written whole; null: they are masked. */
  const start = async (reason: string | null) => {
    if (busy.current || today === null) return;
    busy.current = true;
    try {
      const proposedName = `${t('export.fileName', { date: formatDate(today).replaceAll('/', '-') })}.xlsx`;
      const target = await call('files.saveAs', { proposedName, kind: 'xlsx' });
      if (!target) return;
      const id = `export-${Date.now().toString(36)}`;
      setRunning({ task: id, progress: null });
      const { rows, saved } = await call('dossiers.export', {
        filter,
        target: target.token,
        task: id,
        numbers: reason === null ? null : { reason },
      });
      showNext(t('export.done', { n: format.count(rows), name: saved.name }), t('export.reveal'), () => {
        call('files.reveal', { token: saved.token }).catch((reason: unknown) => showFault(toFault(reason)));
      });
    } catch (refusal) {
      const fault = toFault(refusal);
      // Stopped by the person: nothing to tell.
      if (fault.code !== 'CANCELLED') showFault(fault);
    } finally {
      busy.current = false;
      setRunning(null);
    }
  };
  const cancel = () => {
    if (task) call('tasks.cancel', { task }).catch((reason: unknown) => showFault(toFault(reason)));
  };
  return { start, cancel, running: running !== null, progress: running?.progress ?? null };
}
