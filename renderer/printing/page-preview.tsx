import { ActionIcon, Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { CallFault } from '../app/bridge.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Kbd } from '../ui/kbd.tsx';
import css from '../ui/pdf/pdf.module.css';
import { askToPrint, usePrintable } from './ask.ts';

const PdfPages = lazy(() => import('../ui/pdf/pdf-pages.tsx'));
const STEPS = [0.75, 1, 1.25, 1.5, 2, 3];

/** Enlargement of pages, kept from one to the next; null: as wide as there is room. */
const useZoom = create<{ readonly zoom: number | null }>(() => ({ zoom: null }));

interface Props {
  readonly pdf: Uint8Array | null;
  /** What the page is: a draft, a signed report, a plan. */
  readonly label: string;
  /** The paper as it stands for good, not a draft. */
  readonly final?: boolean;
  readonly loading: boolean;
  readonly fault: CallFault | null;
  /** Further buttons beside "print". */
  readonly actions?: ReactNode;
  onRetry(): void;
}

/** A paper as it will be printed: the very PDF with its pages, enlarged at will, printed by Ctrl+P. */
export function PagePreview({ pdf, label, final = false, loading, fault, actions, onRetry }: Props) {
  const { t } = useTranslation('common');
  const zoom = useZoom((view) => view.zoom);
  const [pages, setPages] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const print = pdf === null ? null : () => askToPrint({ pdf, what: label });
  usePrintable(() => box.current, print);
  const setZoom = (next: number | null) => useZoom.setState({ zoom: next });
  const larger = STEPS.find((step) => step > (zoom ?? 0.8));
  const smaller = STEPS.findLast((step) => step < (zoom ?? 0.8));
  return (
    <div ref={box} className={css.preview} aria-busy={loading} data-preview="">
      <div className={css.head}>
        <b data-final={final || undefined}>{label}</b>
        {pages > 0 && <span className="dim">{t('pdf.pages', { count: pages, n: pages })}</span>}
        <span className={css.grow} />
        <ActionIcon
          aria-label={t('pdf.zoomOut')}
          disabled={!smaller}
          onClick={() => setZoom(smaller ?? null)}
        >
          −
        </ActionIcon>
        <Button variant="default" size="compact-sm" h={30} onClick={() => setZoom(null)}>
          {zoom === null ? t('pdf.fit') : `${Math.round(zoom * 100)} %`}
        </Button>
        <ActionIcon aria-label={t('pdf.zoomIn')} disabled={!larger} onClick={() => setZoom(larger ?? null)}>
          +
        </ActionIcon>
        <Button
          variant="default"
          size="compact-sm"
          h={30}
          disabled={print === null}
          aria-keyshortcuts="Control+P"
          rightSection={<Kbd quiet>Ctrl P</Kbd>}
          onClick={() => print?.()}
        >
          {t('pdf.print')}
        </Button>
        {actions}
      </div>
      {fault && <ErrorNotice fault={fault} onRetry={onRetry} />}
      <Suspense fallback={<p className={css.waiting}>{t('pdf.loading')}</p>}>
        {pdf ? (
          <PdfPages pdf={pdf} zoom={zoom} onPages={setPages} />
        ) : (
          !fault && <p className={css.waiting}>{t('pdf.loading')}</p>
        )}
      </Suspense>
    </div>
  );
}
