import { ActionIcon, Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFault } from '../../../app/bridge.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { printPdf } from '../model/print-pdf.ts';
import css from '../reports.module.css';
import { useReportsView } from '../store.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx'));
const STEPS = [0.75, 1, 1.25, 1.5, 2, 3];

interface Props {
  readonly pdf: Uint8Array | null;
  readonly signed: boolean;
  readonly loading: boolean;
  readonly fault: CallFault | null;
  onRetry(): void;
}

/** The page as it will be printed: the very PDF, draft or signed. */
export function PagePreview({ pdf, signed, loading, fault, onRetry }: Props) {
  const { t } = useTranslation('reports');
  const { zoom, setZoom } = useReportsView();
  const [pages, setPages] = useState(0);
  const larger = STEPS.find((step) => step > (zoom ?? 0.8));
  const smaller = STEPS.findLast((step) => step < (zoom ?? 0.8));
  return (
    <div className={css.preview} aria-busy={loading}>
      <div className={css.previewHead}>
        <b data-signed={signed || undefined}>{t(signed ? 'page.signed' : 'page.draft')}</b>
        {pages > 0 && <span className="dim">{t('page.pages', { count: pages, n: pages })}</span>}
        <span className={css.grow} />
        <ActionIcon
          aria-label={t('page.zoomOut')}
          disabled={!smaller}
          onClick={() => setZoom(smaller ?? null)}
        >
          −
        </ActionIcon>
        <Button variant="default" size="compact-sm" h={30} onClick={() => setZoom(null)}>
          {zoom === null ? t('page.fit') : `${Math.round(zoom * 100)} %`}
        </Button>
        <ActionIcon aria-label={t('page.zoomIn')} disabled={!larger} onClick={() => setZoom(larger ?? null)}>
          +
        </ActionIcon>
        <Button
          variant="default"
          size="compact-sm"
          h={30}
          disabled={pdf === null}
          onClick={() => pdf && void printPdf(pdf)}
        >
          {t('page.print')}
        </Button>
      </div>
      {fault && <ErrorNotice fault={fault} onRetry={onRetry} />}
      <Suspense fallback={<p className={css.waiting}>{t('page.loading')}</p>}>
        {pdf ? (
          <PdfPages pdf={pdf} zoom={zoom} onPages={setPages} />
        ) : (
          !fault && <p className={css.waiting}>{t('page.loading')}</p>
        )}
      </Suspense>
    </div>
  );
}
