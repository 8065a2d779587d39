import { Button, Checkbox, Tabs } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { backToMapping, commit, showPreview } from '../actions.ts';
import css from '../imports.module.css';
import { kindOf, useImportView } from '../store.ts';
import { BadRows } from './bad-rows.tsx';
import { BalanceLine } from './balance-line.tsx';
import { ClosedRows } from './closed-rows.tsx';
import { OtherLists } from './other-lists.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { Remarks } from './remarks.tsx';
import { SaveBadRows } from './save-bad-rows.tsx';

const KINDS = ['added', 'updated', 'unchanged', 'bad'] as const;

/** Step 3: what the import would do to every row; the very same code as the import, taken back. */
export function PreviewStep() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { preview, options, busy } = useImportView();
  const result = preview?.result;
  const [tab, setTab] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => (button.current?.disabled ? back : button).current?.focus(), []);
  if (!preview || !result) return null;

  const dossiers = kindOf(options) === 'dossiers';
  const change = result.added + result.updated;
  const remarkCount = Object.values(preview.remarks).reduce((sum, n) => sum + n, 0);
  const first = result.bad > 0 ? 'bad' : (KINDS.find((kind) => result[kind] > 0) ?? 'added');
  const conflicts = result.badRows.some((row) => row.code === 'CONFLICT') || options.acceptConflicts === true;
  return (
    <div className={css.step} data-help-page="import-preview">
      <BalanceLine balance={result} />
      <OtherLists sheets={result.otherLists} />
      {change === 0 && result.bad === 0 && result.unchanged > 0 && (
        <p className={css.finding}>{t('preview.sameFile')}</p>
      )}
      {result.bad > 0 && (
        <p className={css.finding} data-tone="missed">
          <span aria-hidden="true">▲ </span>
          {t('preview.withoutBad', { n: format.count(result.bad) })} <SaveBadRows file={result.file} />
        </p>
      )}
      <ClosedRows
        refused={
          new Set(result.badRows.filter(({ code }) => code === 'PERIOD_CLOSED').map(({ row }) => row)).size
        }
        reason={options.reason ?? ''}
        busy={busy !== null}
      />
      {conflicts && (
        <Checkbox
          label={t('preview.conflicts')}
          description={t('preview.conflictsHint')}
          checked={options.acceptConflicts === true}
          disabled={busy !== null}
          onChange={(event) => void showPreview({ acceptConflicts: event.currentTarget.checked })}
        />
      )}
      <Tabs value={tab ?? first} onChange={setTab} className={css.tabs ?? ''} keepMounted={false}>
        <Tabs.List>
          {KINDS.map((kind) => (
            <Tabs.Tab
              key={kind}
              value={kind}
              data-tone={kind === 'bad' && result.bad > 0 ? 'missed' : undefined}
            >
              {kind === 'bad' && result.bad > 0 && <span aria-hidden="true">▲ </span>}
              {t(`preview.kinds.${kind}`)} <b>{format.count(result[kind])}</b>
            </Tabs.Tab>
          ))}
          {remarkCount > 0 && (
            <Tabs.Tab value="remarks">
              {t('preview.remarks')} <b>{format.count(remarkCount)}</b>
            </Tabs.Tab>
          )}
        </Tabs.List>
        {KINDS.map((kind) => (
          <Tabs.Panel key={kind} value={kind} className={css.panel ?? ''}>
            {result[kind] === 0 ? (
              <p className={css.none}>{t(`preview.none.${kind}`)}</p>
            ) : kind === 'bad' ? (
              <BadRows rows={result.badRows} />
            ) : (
              <PreviewRows
                rows={preview.rows.filter((row) => row.kind === kind)}
                total={result[kind]}
                kind={kindOf(options)}
                withChanges={kind === 'updated'}
              />
            )}
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="remarks" className={css.panel ?? ''}>
          <Remarks counts={preview.remarks} samples={preview.remarkSamples} />
        </Tabs.Panel>
      </Tabs>
      <div className={css.foot}>
        <Button
          ref={button}
          disabled={change === 0 || busy !== null}
          onClick={() => void commit()}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
        >
          {change === 0
            ? t('preview.commitNothing')
            : t(dossiers ? 'preview.commit' : 'preview.commitEntries', { n: format.count(change) })}
        </Button>
        <Button ref={back} variant="default" onClick={backToMapping} disabled={busy !== null}>
          {t('preview.back')}
        </Button>
      </div>
    </div>
  );
}
