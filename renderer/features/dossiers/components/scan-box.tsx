import { Button, Textarea } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import css from '../check.module.css';
import type { Scan } from '../hooks/use-check.ts';
import { splitScans } from '../model/check-marks.ts';

/** Scans shown; the counts tell of all. */
const SHOWN = 200;

interface Props {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly scans: readonly Scan[];
  onScan(codes: readonly string[]): void;
  onForget(): void;
}

/** Codes from the shelf, typed, pasted or scanned, one a line: what was found, and what the book does not have. */
export function ScanBox({ box, scans, onScan, onForget }: Props) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const [text, setText] = useState('');
  const missing = scans.filter((scan) => !scan.found);
  const open = scans.filter((scan) => scan.open).length;
  const found = scans.length - missing.length - open;
  const take = (typed: string) => {
    const { codes, rest } = splitScans(typed);
    if (codes.length > 0) onScan(codes);
    setText(rest);
  };
  return (
    <div className={css.scan}>
      <Textarea
        ref={box}
        label={t('check.scanLabel')}
        description={t('check.scanHint')}
        aria-keyshortcuts="Q"
        autoComplete="off"
        spellCheck={false}
        rows={2}
        value={text}
        onChange={(event) => take(event.currentTarget.value)}
        onPaste={(event) => {
          // The last line of a pasted list is a whole one too.
          const pasted = event.clipboardData.getData('text');
          if (!/[\r\n\t;,]/u.test(pasted)) return;
          event.preventDefault();
          take(`${text}${pasted}\n`);
        }}
      />
      {scans.length > 0 && (
        <p className={css.scanCounts} role="status">
          {t('check.scanned', { n: format.count(scans.length) })} ·{' '}
          {t('check.found', { n: format.count(found) })}
          {open > 0 && ` · ${t('check.later', { n: format.count(open) })}`}
        </p>
      )}
      {missing.length > 0 && (
        <section className={css.missing} aria-label={t('check.notFound', { n: missing.length })}>
          <b>
            <span aria-hidden>▲ </span>
            {t('check.notFound', { n: format.count(missing.length) })}
          </b>
          <p>{t('check.notFoundHint')}</p>
          <ul>
            {missing.slice(0, SHOWN).map((scan) => (
              <li key={scan.code}>{scan.code}</li>
            ))}
          </ul>
          <CopyButton text={missing.map((scan) => scan.code).join('\n')} label={t('check.copyNotFound')} />
        </section>
      )}
      <ul className={css.scans}>
        {scans
          .filter((scan) => scan.found)
          .slice(0, SHOWN)
          .map((scan) => (
            <li key={scan.code}>
              <span aria-hidden className="met">
                {scan.open ? '·' : '✓'}{' '}
              </span>
              {scan.code}
              {scan.name && <span className="dim"> {scan.name}</span>}
            </li>
          ))}
      </ul>
      {scans.length > 0 && (
        <Button variant="default" size="compact-sm" onClick={onForget}>
          {t('check.forget')}
        </Button>
      )}
    </div>
  );
}
