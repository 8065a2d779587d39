import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFault } from '../../../app/bridge.ts';
import { useFormat } from '../../../app/words.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { showDone } from '../../../ui/toast.tsx';
import { seeImport, undoImport } from '../actions.ts';
import css from '../imports.module.css';
import { useImportQueue } from '../queue/store.ts';
import { resetImport, useImportView } from '../store.ts';
import { BadRows } from './bad-rows.tsx';
import { BalanceLine } from './balance-line.tsx';
import { OtherLists } from './other-lists.tsx';
import { SaveBadRows } from './save-bad-rows.tsx';
import { SeeOverview } from './see-overview.tsx';

/** Step 4: the balance of what was written, and what can be done next. */
export function DoneStep() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const result = useImportView((view) => view.result);
  const queued = useImportQueue(({ items }) => items.length);
  const [fault, setFault] = useState<CallFault | null>(null);
  const see = useRef<HTMLButtonElement>(null);
  useEffect(() => see.current?.focus(), []);
  if (!result) return null;
  const { importId } = result;
  return (
    <div className={css.done}>
      <div className={css.success} role="status">
        <h2>
          <span aria-hidden="true">✓ </span>
          {t('done.title', { name: result.file })}
        </h2>
        <BalanceLine balance={result} />
        <OtherLists sheets={result.otherLists} />
        {importId !== null && <p className="dim">{t('done.saved', { id: importId })}</p>}
        <div className={css.buttons}>
          <SeeOverview ref={see} days={[result.days]} />
          {importId !== null && (
            <Button variant="default" onClick={() => seeImport(result.kind, importId)}>
              {t(result.kind === 'dossiers' ? 'done.see' : 'done.seeEntries')}
            </Button>
          )}
          <Button variant="default" onClick={resetImport}>
            {queued > 0 ? t('queue.back', { n: format.count(queued) }) : t('done.another')}
          </Button>
          <span className={css.grow} />
          {importId !== null && (
            <Button
              variant="default"
              onClick={async () => {
                const failed = await undoImport(importId, t('past.undoing', { id: importId }));
                if (failed) setFault(failed.code === 'CANCELLED' ? null : failed);
                else showDone(t('past.undoDone', { id: importId }));
              }}
            >
              {t('done.undo')}
            </Button>
          )}
        </div>
      </div>
      {fault && <ErrorNotice fault={fault} />}
      {result.bad > 0 && (
        <>
          <p className={css.finding} data-tone="missed">
            <span aria-hidden="true">▲ </span>
            {t('preview.withoutBad', { n: format.count(result.bad) })} <SaveBadRows file={result.file} />
          </p>
          <div className={css.panel}>
            <BadRows rows={result.badRows} />
          </div>
        </>
      )}
    </div>
  );
}
