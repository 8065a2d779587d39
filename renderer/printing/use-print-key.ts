import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { showRefused } from '../ui/toast.tsx';
import { printShown, useAskedPaper } from './ask.ts';

/** Ctrl+P anywhere in the window: prints what is shown, or says that there is nothing for paper here. */
export function usePrintKey(): void {
  const { t } = useTranslation('printing');
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      if (useAskedPaper.getState().paper !== null) return;
      const outcome = printShown();
      if (outcome !== 'asked') showRefused(t(outcome === 'nothing' ? 'nothingHere' : 'notReady'));
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [t]);
}
