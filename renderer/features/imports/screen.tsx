import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useFormat } from '../../app/words.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatSize } from '../../ui/instant.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { dialogOrPopoverOpen } from '../../ui/top-dialog.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { backToMapping, cancelTask, commit, followProgress, pickFile, takeDropped } from './actions.ts';
import { DoneStep } from './components/done-step.tsx';
import { KindChoice } from './components/kind-choice.tsx';
import { MappingStep } from './components/mapping-step.tsx';
import { PastImports } from './components/past-imports.tsx';
import { PreviewStep } from './components/preview-step.tsx';
import { Steps } from './components/steps.tsx';
import { useKindWords } from './hooks/use-kind-words.ts';
import css from './imports.module.css';
import { importReady, stopQueue } from './queue/actions.ts';
import { QueueList } from './queue/queue-list.tsx';
import { leaveQueue, useImportQueue } from './queue/store.ts';
import { beginImportOf, kindOf, resetImport, useImportView } from './store.ts';

/** Faults whose own words already say that nothing was taken over. */
const SAYS_SO: ReadonlySet<string> = new Set([
  'FILE_NOT_SPREADSHEET',
  'FILE_TRUNCATED',
  'FILE_TOO_LARGE',
  'INTERNAL',
]);

/** Nhập từ Excel: choose → columns → preview → result, nothing written before the last key. */
export default function ImportsScreen() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const view = useImportView();
  const over = useFileDrop((files) => void takeDropped(files));
  useEffect(followProgress, []);
  useAskedKind();
  const words = useKindWords();
  useImportKeys();

  const { step, file, busy, progress } = view;
  const queued = useImportQueue(({ items }) => items.length);
  const running = useImportQueue(({ run }) => run !== null);
  return (
    <Page
      fill={step === 'mapping' || step === 'preview'}
      title={t('title')}
      subtitle={
        file && step !== 'choose'
          ? t('mapping.fileOf', {
              kind: words.nameOf(kindOf(view.options)),
              name: file.name,
              size: formatSize(file.size, format.language),
            })
          : t('lead')
      }
      actions={<Steps step={step} />}
    >
      {view.fault && (
        <ErrorNotice fault={view.fault}>
          {SAYS_SO.has(view.fault.code) ? null : <p className="dim">{t('nothingChanged')}</p>}
        </ErrorNotice>
      )}
      {view.word && (
        <p className={css.finding} data-word role="status">
          {t(view.word.key, { name: view.word.name })}
        </p>
      )}
      {busy !== null && busy !== 'saving' && file && (
        <div className={css.progress}>
          <ProgressBar
            label={progress ? t(`phase.${progress.phase}`) : t('reading', { name: file.name })}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            cancelling={view.cancelling}
            onCancel={busy === 'inspecting' ? undefined : () => void cancelTask()}
          />
        </div>
      )}
      {step === 'choose' && (
        <div className={css.choosing} data-help-page="import-file">
          <div className={css.options}>
            <KindChoice
              value={view.wanted}
              automatic
              disabled={busy !== null || running}
              onChange={(wanted) => useImportView.setState({ wanted })}
            />
          </div>
          {queued > 0 && <QueueList />}
          <DropZone title={t('drop.title')} text={t('drop.text')} over={over} release={t('drop.release')}>
            <Button
              autoFocus={queued === 0}
              variant={queued === 0 ? 'filled' : 'default'}
              disabled={busy !== null || running}
              onClick={() => void pickFile()}
              aria-keyshortcuts="Control+O"
              rightSection={<Kbd quiet>Ctrl O</Kbd>}
            >
              {t('drop.pick')}
            </Button>
          </DropZone>
          <PastImports />
        </div>
      )}
      {step === 'mapping' && <MappingStep key={file?.token} />}
      {step === 'preview' && <PreviewStep key={file?.token} />}
      {step === 'done' && (
        <>
          <DoneStep />
          <PastImports />
        </>
      )}
    </Page>
  );
}

/** Follows whoever led here to import a kind of list. */
function useAskedKind(): void {
  const { kind, stamp } = useNavigation((state) => state.imports);
  const seen = useRef(lastAsked);
  useEffect(() => {
    if (stamp === seen.current) return;
    seen.current = stamp;
    lastAsked = stamp;
    beginImportOf(kind);
  }, [kind, stamp]);
}
/** The request followed last; kept while another screen is looked at, so that it is not followed twice. */
let lastAsked = 0;

/** Ctrl+O picks a file, Ctrl+Enter goes on (preview, then import), Escape goes a step back or stops what is under way. */
function useImportKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || dialogOrPopoverOpen()) return;
      const control = (event.ctrlKey || event.metaKey) && !event.altKey;
      const { step, busy } = useImportView.getState();
      if (control && event.key.toLowerCase() === 'o') {
        event.preventDefault();
        void pickFile();
      } else if (control && event.key === 'Enter' && busy === null) {
        event.preventDefault();
        if (step === 'mapping')
          document.querySelector<HTMLButtonElement>('[data-next]:not([disabled])')?.click();
        if (step === 'preview') void commit();
        if (step === 'choose') void importReady();
      } else if (event.key === 'Escape') {
        if (busy !== null) void cancelTask();
        else if (step === 'preview') backToMapping();
        else if (step !== 'choose') resetImport();
        else if (useImportQueue.getState().run !== null) void stopQueue();
        else leaveQueue();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
