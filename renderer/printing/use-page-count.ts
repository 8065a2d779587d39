import { useEffect, useState } from 'react';
import { openPdf } from '../ui/pdf/pdf.ts';

/** How many pages a PDF has; null until it is known, 0 when it cannot be read. */
export function usePageCount(pdf: Uint8Array): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    openPdf(pdf).then(
      (opened) => {
        if (current) setCount(opened.numPages);
        void opened.loadingTask.destroy();
      },
      () => current && setCount(0),
    );
    return () => {
      current = false;
    };
  }, [pdf]);
  return count;
}
