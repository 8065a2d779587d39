import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../app/page.tsx';
import { useFormat } from '../../app/words.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { FileList } from './components/file-list.tsx';
import { VerdictDetails } from './components/verdict-details.tsx';
import { countVerdicts } from './model/verdict-look.ts';
import { checkAgain, checkDropped, clearFiles, pickReports, useVerifyView } from './store.ts';
import css from './verify.module.css';

/** Kiểm tra tệp: report files dropped or picked, each with its verdict in plain words. */
export default function VerifyScreen() {
  const { t } = useTranslation('verifyScreen');
  const format = useFormat();
  const { files, selected, checking, fault, noPath } = useVerifyView();
  const over = useFileDrop((dropped) => void checkDropped(dropped));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'o') return;
      event.preventDefault();
      void pickReports();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const shown = files[selected];
  const counts = countVerdicts(files.map((one) => one.result));
  const words = {
    valid: format.count(counts.valid),
    invalid: format.count(counts.invalid),
    unknown: format.count(counts.unknown),
  };
  const pick = (
    <Button
      autoFocus={files.length === 0}
      onClick={() => void pickReports()}
      aria-keyshortcuts="Control+O"
      rightSection={<Kbd quiet>Ctrl O</Kbd>}
    >
      {t(files.length === 0 ? 'drop.pick' : 'drop.more')}
    </Button>
  );
  return (
    <Page
      fill={files.length > 0}
      title={t('title')}
      subtitle={
        files.length === 0 ? (
          t('lead')
        ) : (
          <span role="status">
            {checking > 0 ? t('checking', { n: format.count(checking) }) : t('summary', words)}
          </span>
        )
      }
      actions={files.length > 0 && pick}
    >
      {fault && <ErrorNotice fault={fault} />}
      {noPath && (
        <p className={css.caution} role="status">
          {t('drop.noPath')}
        </p>
      )}
      {files.length === 0 ? (
        <DropZone title={t('drop.title')} text={t('drop.text')} over={over} release={t('drop.release')}>
          {pick}
        </DropZone>
      ) : (
        <div className={css.columns} data-over={over || undefined}>
          <div className={css.side}>
            <FileList files={files} selected={selected} />
            <div className={css.sideFoot}>
              <Button
                variant="default"
                size="compact-sm"
                disabled={checking > 0}
                onClick={() => void checkAgain()}
              >
                {t('again')}
              </Button>
              <Button variant="default" size="compact-sm" onClick={clearFiles}>
                {t('clear')}
              </Button>
            </div>
            <p className={css.keys}>{t('keys')}</p>
          </div>
          {shown?.result ? (
            <VerdictDetails key={shown.file.token} checked={{ file: shown.file, result: shown.result }} />
          ) : (
            <div className={css.details} aria-busy="true" />
          )}
        </div>
      )}
    </Page>
  );
}
