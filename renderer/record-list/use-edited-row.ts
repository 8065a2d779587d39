import { useEffect, useRef, useState } from 'react';
import { toFault } from '../app/bridge.ts';
import { showFault } from '../ui/toast.tsx';

/**
 * The record that a form edits, as it is when the form is opened.
 * @param id null: a new one
 * @param subject what is listed; the same id of another is another record
 * @returns undefined while it is on its way; null for a new one
 */
export function useEditedRow<R extends { readonly id: number }>(
  id: number | null,
  subject: string,
  fetch: (id: number) => Promise<R>,
  onFailed: () => void,
): R | null | undefined {
  const [row, setRow] = useState<R | null>(null);
  const latest = useRef({ fetch, onFailed });
  latest.current = { fetch, onFailed };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is another record
  useEffect(() => {
    setRow(null);
    if (id === null) return;
    let current = true;
    latest.current.fetch(id).then(
      (found) => current && setRow(found),
      (reason: unknown) => {
        showFault(toFault(reason));
        latest.current.onFailed();
      },
    );
    return () => {
      current = false;
    };
  }, [id, subject]);
  if (id === null) return null;
  return row?.id === id ? row : undefined;
}
