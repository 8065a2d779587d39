import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import { DropZone } from '../../../ui/drop-zone.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useFileDrop } from '../../../ui/use-file-drop.ts';
import { usePickKeys } from '../consolidation/hooks.ts';
import { countVerdicts } from '../model/count-verdicts.ts';
import { checkAgain, checkDropped, clearFiles, pickReports, useVerifyView } from '../store.ts';
import css from '../verify.module.css';
import { FileList } from './file-list.tsx';
import { VerdictDetails } from './verdict-details.tsx';

/** How many files there are of each verdict, or how many are under check. */
export function SingleSummary() {
  const { t } = useTranslation('verifyScreen');
  const format = useFormat();
  const { files, checking } = useVerifyView();
  if (files.length === 0) return t('lead');
  const counts = countVerdicts(files.map((one) => one.result));
  return (
    <span role="status">
      {checking > 0
        ? t('checking', { n: format.count(checking) })
        : t('summary', {
            valid: format.count(counts.valid),
            invalid: format.count(counts.invalid),
            unknown: format.count(counts.unknown),
          })}
    </span>
  );
}

/** The button that opens the dialog of files. */
export function PickReports() {
  const { t } = useTranslation('verifyScreen');
  const empty = useVerifyView((view) => view.files.length === 0);
  return (
    <Button
      autoFocus={empty}
      onClick={() => void pickReports()}
      aria-keyshortcuts="Control+O"
      rightSection={<Kbd quiet>Ctrl O</Kbd>}
    >
      {t(empty ? 'drop.pick' : 'drop.more')}
    </Button>
  );
}

/** Từng tệp: report files dropped or picked, each with its verdict in plain words. */
export function SinglePart() {
  const { t } = useTranslation('verifyScreen');
  const { files, selected, checking, fault, noPath } = useVerifyView();
  const over = useFileDrop((dropped) => void checkDropped(dropped));
  usePickKeys(
    () => void pickReports(),
    () => void pickReports(),
  );
  const shown = files[selected];
  return (
    <>
      {fault && <ErrorNotice fault={fault} />}
      {noPath && (
        <p className={css.caution} role="status">
          {t('drop.noPath')}
        </p>
      )}
      {files.length === 0 ? (
        <DropZone title={t('drop.title')} text={t('drop.text')} over={over} release={t('drop.release')}>
          <PickReports />
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
    </>
  );
}
