import { Button, CloseButton, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { CodeHit } from '#shared/ipc/contract/reports.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { isPressed, KEYS } from '../../../app/keys.ts';
import { choosePeriod } from '../../../app/navigation.ts';
import { isTaken } from '../../../app/shortcuts.ts';
import { useFormat } from '../../../app/words.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { dialogOrPopoverOpen } from '../../../ui/top-dialog.ts';
import css from './find-by-code.module.css';

type Answer = Output<'reports.byCode'>;

/** Finds the report of a printed page: a scanner types its QR code and Enter, a person the id or the hash. */
export function FindByCode({ entries }: { readonly entries: Output<'reports.timeline'> }) {
  const { t } = useTranslation('paperCode');
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || dialogOrPopoverOpen()) return;
      // The sign alone is text in a field; Ctrl+F means the search everywhere.
      if (!isPressed(event, KEYS.reports.search) || (!event.ctrlKey && isTaken(event))) return;
      event.preventDefault();
      field.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const close = () => {
    setAnswer(null);
    setFault(null);
  };
  const find = async () => {
    close();
    if (typed.trim() === '') return;
    // What is typed next takes the place of this one.
    field.current?.select();
    try {
      const found = await call('reports.byCode', { text: typed.slice(0, 400) });
      setAnswer(found);
      const [only, ...more] = found.hits;
      if (only && more.length === 0) choosePeriod(only.report.period);
      // The report that comes takes the focus; the next scan is typed here again.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement !== field.current) field.current?.select();
        }),
      );
    } catch (reason) {
      setFault(toFault(reason));
    }
  };
  return (
    <div className={css.find}>
      <TextInput
        ref={field}
        aria-label={t('field')}
        aria-keyshortcuts="Control+F"
        placeholder={t('field')}
        title={t('hint')}
        maxLength={400}
        value={typed}
        rightSection={<Kbd quiet>Ctrl F</Kbd>}
        rightSectionWidth={54}
        error={answer !== null && answer.hits.length === 0}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          close();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void find();
          else if (event.key === 'Escape') close();
        }}
      />
      {(answer || fault) && (
        <div className={css.answer} role="status">
          <CloseButton size="sm" className={css.close} aria-label={t('close')} onClick={close} />
          {fault && <ErrorNotice fault={fault} />}
          {answer && <Found answer={answer} entries={entries} />}
        </div>
      )}
    </div>
  );
}

/** What a code led to, in words. */
function Found({
  answer: { kind, hits },
  entries,
}: {
  readonly answer: Answer;
  readonly entries: Output<'reports.timeline'>;
}) {
  const { t } = useTranslation('paperCode');
  const { language } = useFormat();
  const [first] = hits;
  if (!first) return <p>{t(kind === null ? 'notACode' : 'none')}</p>;
  if (hits.length === 1) return <One hit={first} entries={entries} />;
  return (
    <>
      <p>{t('several', { n: hits.length })}</p>
      <ul>
        {hits.map(({ report }) => (
          <li key={report.id}>
            <Button variant="default" size="compact-sm" onClick={() => choosePeriod(report.period)}>
              {t('report', { period: periodTitle(report.period, language), n: report.revision })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function One({
  hit: { report, hash },
  entries,
}: {
  readonly hit: CodeHit;
  readonly entries: Output<'reports.timeline'>;
}) {
  const { t } = useTranslation('paperCode');
  const { language } = useFormat();
  const last = entries.find(({ period }) => period === report.period)?.report?.revision ?? report.revision;
  return (
    <>
      <p data-hash={hash}>
        <span aria-hidden="true">{{ same: '✓ ', differs: '▲ ', unread: '' }[hash]}</span>
        {t(hash, { n: report.revision, period: periodTitle(report.period, language) })}
      </p>
      {last !== report.revision && <p>{t('replaced', { n: report.revision, last })}</p>}
    </>
  );
}
