import { useEffect } from 'react';
import { dialogOrPopoverOpen } from '../../../ui/top-dialog.ts';

/** Ctrl+O for files and Ctrl+Shift+O for a folder. */
export function usePickKeys(pickFiles: () => void, pickFolder: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || dialogOrPopoverOpen()) return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'o') return;
      event.preventDefault();
      if (event.shiftKey) pickFolder();
      else pickFiles();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [pickFiles, pickFolder]);
}
