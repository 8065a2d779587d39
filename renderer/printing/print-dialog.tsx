import '../app/all-styles.ts';
import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFault, toFault } from '../app/bridge.ts';
import { useFormat } from '../app/words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { printPdf } from '../ui/pdf/print-pdf.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { showDone } from '../ui/toast.tsx';
import { type AskedPaper, leavePrinting, useAskedPaper, useEscape } from './ask.ts';
import { pageChoice, type TypedChoice } from './page-choice.ts';
import { PageFields } from './page-fields.tsx';
import css from './printing.module.css';
import { rememberedPrinting, rememberPrinting } from './remembered.ts';
import { usePageCount } from './use-page-count.ts';
import { usePrintJob } from './use-print-job.ts';
import { SYSTEM_DEFAULT, usePrinters } from './use-printers.ts';

/** The print dialog of whichever paper was asked for. */
export default function PrintDialog() {
  const paper = useAskedPaper((asked) => asked.paper);
  return paper && <Dialog paper={paper} />;
}

function Dialog({ paper }: { readonly paper: AskedPaper }) {
  const { t } = useTranslation(['printing', 'common']);
  const format = useFormat();
  const printers = usePrinters();
  const job = usePrintJob();
  const total = usePageCount(paper.pdf);
  const [typed, setTyped] = useState<TypedChoice>({ all: true, from: '1', to: null, copies: '1' });
  const [bothSides, setBothSides] = useState(() => rememberedPrinting().bothSides);
  // Enter was pressed before printers and pages were known: it counts as soon as they are.
  const [early, setEarly] = useState(false);
  const [systemFault, setSystemFault] = useState<CallFault | null>(null);

  const what = paper.what ?? t('common:screen.overview');
  const list = printers.list ?? [];
  const printer = list.find(({ name }) => name === printers.chosen) ?? null;
  const none = printers.list?.length === 0;
  const { range: meant, copies } = pageChoice(typed, total ?? 0);
  const busy = job.progress !== null;
  const ready = total !== null && total > 0 && printers.list !== null;
  const canTurn = printer?.duplex !== false;

  const leave = () => (busy ? job.stop() : leavePrinting());
  useEscape(leave);

  // Enter goes on with what can be done now: print, or look again.
  const first = useRef<HTMLButtonElement>(null);
  const next = printers.list === null ? null : none ? 'look' : 'print';
  useEffect(() => {
    if (next !== null) first.current?.focus();
  }, [next]);

  async function print(): Promise<void> {
    if (busy || none) return;
    if (!ready) {
      setEarly(true);
      return;
    }
    if (meant === null || copies === null) return;
    const name = printers.chosen === SYSTEM_DEFAULT ? null : printers.chosen;
    rememberPrinting({ printer: name, bothSides });
    const done = await job.print({
      pdf: paper.pdf,
      title: t('printing:job', { app: t('common:appName'), what }).slice(0, 120),
      printer: name,
      from: meant[0],
      to: meant[1],
      copies,
      bothSides: bothSides && canTurn,
    });
    if (done === null) {
      // The printer may have gone meanwhile.
      void printers.look();
      return;
    }
    leavePrinting();
    const values = { n: format.count(done.pages), printer: done.label ?? t('printing:theDefault') };
    const sent =
      copies === 1
        ? t('printing:sent', { ...values, count: done.pages })
        : t('printing:sentCopies', { ...values, copies: format.count(copies) });
    showDone(done.waiting ? `${sent} ${t('printing:waits')}` : sent);
  }

  function lookAgain(): void {
    if (busy) return;
    job.forget();
    setSystemFault(null);
    void printers.look();
  }

  const printNow = useRef(print);
  printNow.current = print;
  useEffect(() => {
    if (!early || !ready) return;
    setEarly(false);
    void printNow.current();
  }, [early, ready]);

  async function printBySystem(): Promise<void> {
    if (busy || !total || meant === null) return;
    try {
      await printPdf(paper.pdf, meant[0], meant[1]);
      leavePrinting();
    } catch (reason) {
      setSystemFault(toFault(reason));
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    if (control && event.shiftKey && event.key.toLowerCase() === 'p') {
      event.preventDefault();
      event.stopPropagation();
      void printBySystem();
    } else if (event.key === 'F5') {
      event.preventDefault();
      lookAgain();
    }
  }

  const fault = job.fault ?? printers.fault ?? systemFault;
  return (
    <Modal
      opened
      onClose={leave}
      title={t('printing:title', { what })}
      size={520}
      // Over the guide, which can be printed too.
      zIndex={260}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      onKeyDown={onKeyDown}
    >
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void print();
        }}
      >
        {none ? (
          <EmptyState
            title={t('printing:none.title')}
            actions={
              <Button
                ref={first}
                data-autofocus
                aria-keyshortcuts="F5"
                rightSection={<Kbd quiet>F5</Kbd>}
                onClick={lookAgain}
              >
                {t('printing:again')}
              </Button>
            }
          >
            {t('printing:none.text')}
          </EmptyState>
        ) : (
          <>
            <Select
              label={t('printing:printer')}
              placeholder={t('printing:looking')}
              data={[
                ...(list.length > 1 && !list.some((one) => one.default)
                  ? [{ value: SYSTEM_DEFAULT, label: t('printing:systemDefault') }]
                  : []),
                ...list.map((one) => ({
                  value: one.name,
                  label: one.default ? t('printing:default', { name: one.label }) : one.label,
                })),
              ]}
              value={printers.list === null ? null : printers.chosen}
              onChange={(name) => {
                if (name === null) return;
                job.forget();
                printers.choose(name);
              }}
              allowDeselect={false}
              disabled={busy}
            />
            <p className={css.state} role="status" data-state={printer?.state ?? 'unknown'}>
              {printer && printer.state !== 'unknown' ? t(`printing:state.${printer.state}`) : ''}
            </p>
            <PageFields
              typed={typed}
              total={total}
              disabled={busy}
              wrongRange={total !== null && meant === null}
              wrongCopies={copies === null}
              onType={setTyped}
            />
            <Checkbox
              label={t(
                printer?.duplex === null || printer === null
                  ? 'printing:bothSidesUnsure'
                  : 'printing:bothSides',
              )}
              checked={bothSides && canTurn}
              disabled={busy || !canTurn}
              onChange={(event) => setBothSides(event.currentTarget.checked)}
            />
          </>
        )}
        <div className={css.outcome}>
          {job.progress ? (
            <ProgressBar label={t('printing:drawing')} {...job.progress} />
          ) : fault?.code === 'CANCELLED' ? (
            <p role="status">{t('printing:stopped')}</p>
          ) : fault ? (
            <ErrorNotice fault={fault} />
          ) : total === 0 ? (
            <p role="alert">{t('common:pdf.failed')}</p>
          ) : null}
        </div>
        <div className={css.buttons}>
          {none ? null : (
            <Button
              ref={first}
              type="submit"
              data-autofocus
              aria-keyshortcuts="Enter"
              rightSection={<Kbd quiet>Enter</Kbd>}
              {...(busy ? { 'aria-disabled': true, 'data-disabled': true } : {})}
            >
              {t('printing:print')}
            </Button>
          )}
          <Button
            variant="default"
            aria-keyshortcuts="Escape"
            rightSection={<Kbd>Esc</Kbd>}
            disabled={job.stopping}
            onClick={leave}
          >
            {busy ? t('printing:stop') : t('common:action.cancel')}
          </Button>
          <span className={css.grow} />
          <Button
            variant="default"
            disabled={busy || !total}
            aria-keyshortcuts="Control+Shift+P"
            rightSection={<Kbd>Ctrl Shift P</Kbd>}
            onClick={() => void printBySystem()}
          >
            {t('printing:system')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
