import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { showRefused } from '../ui/toast.tsx';
import { escapePrinting, printShown, useAskedPaper } from './ask.ts';

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
    // The library's dialogs all listen to Escape at the window and would close together. This listener is older than
    // any of theirs and so comes first; an open list of choices still takes the key for itself.
    function onEscape(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.getAttribute('data-mantine-stop-propagation') === 'true') return;
      if (escapePrinting()) event.stopImmediatePropagation();
    }
    window.addEventListener('keydown', onKey);
    window.addEventListener('keydown', onEscape, true);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keydown', onEscape, true);
    };
  }, [t]);
}
