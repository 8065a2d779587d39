import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportEntry } from '#shared/ipc/contract/imports.ts';
import { toFault } from '../../../app/bridge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { showDone, showFault } from '../../../ui/toast.tsx';
import { seeImport, undoImport } from '../actions.ts';
import { useKindWords } from '../hooks/use-kind-words.ts';
import css from '../imports.module.css';
import { BadRows } from './bad-rows.tsx';

/** Imports shown at first and with every further step: years of them lie below those that matter. */
const STEP = 50;
const COUNTS = ['read', 'added', 'updated', 'unchanged', 'bad', 'ignored'] as const;

/** Every import of the past with its balance, kept for ever, and its undo while that is possible. */
export function PastImports() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useKindWords();
  const { data, fault, refresh } = useQuery('imports.list', {}, ['dossiers', 'ledgers', 'reports']);
  const [shown, setShown] = useState<ImportEntry | null>(null);
  const [most, setMost] = useState(STEP);
  const older = (data?.length ?? 0) - most;
  const undo = async (entry: ImportEntry) => {
    const failed = await undoImport(entry.id, t('past.undoing', { id: entry.id }));
    if (failed) showFault(toFault(failed));
    else showDone(t('past.undoDone', { id: entry.id }));
    refresh();
  };
  return (
    <Card title={t('past.title')}>
      {fault && <ErrorNotice fault={fault} onRetry={refresh} />}
      {data?.length === 0 && <p className={css.none}>{t('past.none')}</p>}
      {data && data.length > 0 && (
        <table className={css.past}>
          <thead>
            <tr>
              <th className="num">{t('past.number')}</th>
              <th>{t('past.at')}</th>
              <th>{t('past.file')}</th>
              {COUNTS.map((count) => (
                <th key={count} className="num">
                  {t(`past.${count}`)}
                </th>
              ))}
              <th>
                <span className="sr-only">{t('past.undo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.slice(0, most).map((entry) => (
              <tr key={entry.id} data-undone={entry.undoneAt !== null || undefined}>
                <td className="num">{entry.id}</td>
                <td className="num">{formatInstant(entry.at)}</td>
                <td className={css.fileCell} title={entry.file}>
                  <span className={css.fileLine}>{entry.file}</span>
                  <span className={`${css.fileLine} dim`}>
                    {t('past.kindBy', { kind: words.nameOf(entry.kind), user: entry.user })}
                  </span>
                </td>
                {COUNTS.map((count) => (
                  <td key={count} className="num">
                    {count === 'bad' && entry.bad > 0 ? (
                      <button
                        type="button"
                        className={css.link}
                        aria-label={t('past.badRows', { id: entry.id })}
                        onClick={() => setShown(entry)}
                      >
                        {format.count(entry.bad)}
                      </button>
                    ) : (
                      format.count(entry[count])
                    )}
                  </td>
                ))}
                <td className={css.actions}>
                  <UndoCell entry={entry} onUndo={() => void undo(entry)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {older > 0 && (
        <p className={css.none}>
          <Button variant="default" size="compact-sm" onClick={() => setMost(most + 4 * STEP)}>
            {t('past.older', { n: format.count(older) })}
          </Button>
        </p>
      )}
      {shown && <BadRowsOf entry={shown} onClose={() => setShown(null)} />}
    </Card>
  );
}

function UndoCell({ entry, onUndo }: { readonly entry: ImportEntry; onUndo(): void }) {
  const { t, i18n } = useTranslation('imports');
  if (entry.undoneAt !== null)
    return <span className="dim">{t('past.undone', { at: formatInstant(entry.undoneAt) })}</span>;
  const why =
    entry.hindrance === null
      ? null
      : i18n.exists(`imports:past.hindrance.${entry.hindrance}`)
        ? t(`past.hindrance.${entry.hindrance as 'other'}`)
        : t('past.hindrance.other');
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={() => seeImport(entry.kind, entry.id)}>
        {t(entry.kind === 'dossiers' ? 'past.see' : 'past.seeEntries')}
      </Button>
      {entry.undoable ? (
        <Button variant="default" size="compact-xs" onClick={onUndo}>
          {t('past.undo')}
        </Button>
      ) : (
        <span className={css.hindered} title={why ?? undefined}>
          {t('past.notUndoable')}
          <span className="sr-only">{why}</span>
        </span>
      )}
    </>
  );
}

function BadRowsOf({ entry, onClose }: { readonly entry: ImportEntry; onClose(): void }) {
  const { t } = useTranslation('imports');
  const { data, fault, refresh } = useQuery('imports.badRows', { importId: entry.id });
  return (
    <Modal
      opened
      data-help="bad-rows"
      onClose={onClose}
      size="xl"
      title={t('past.badRows', { id: entry.id })}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      {fault && <ErrorNotice fault={fault} onRetry={refresh} />}
      <div style={{ height: 380, display: 'flex', flexDirection: 'column' }}>
        {data && <BadRows rows={data} />}
      </div>
    </Modal>
  );
}
