import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { longWork } from '../../../app/long-work.ts';
import { useFormat } from '../../../app/words.ts';
import { showFault, showNext } from '../../../ui/toast.tsx';

/** Writes the dossiers that a filter finds as a workbook which imports back; asks where, says how far. */
export function useExport(filter: DossierFilter, today: LocalDate | null) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const [running, setRunning] = useState(false);
  const busy = useRef(false);

  /** `reason`: why ID numbers are written whole; null: they are masked. */
  const start = async (reason: string | null) => {
    if (busy.current || today === null) return;
    busy.current = true;
    try {
      const proposedName = `${t('export.fileName', { date: formatDate(today).replaceAll('/', '-') })}.xlsx`;
      const target = await call('files.saveAs', { proposedName, kind: 'xlsx' });
      if (!target) return;
      setRunning(true);
      const numbers = reason === null ? null : { reason };
      const { rows, saved } = await longWork(t('export.working'), (task) =>
        call('dossiers.export', { filter, target: target.token, task, numbers }),
      );
      showNext(t('export.done', { n: format.count(rows), name: saved.name }), t('export.reveal'), () => {
        call('files.reveal', { token: saved.token }).catch((reason: unknown) => showFault(toFault(reason)));
      });
    } catch (refusal) {
      const fault = toFault(refusal);
      // Stopped by the person: nothing to tell.
      if (fault.code !== 'CANCELLED') showFault(fault);
    } finally {
      busy.current = false;
      setRunning(false);
    }
  };
  return { start, running };
}
