import { type RefObject, useEffect, useRef } from 'react';

/** Keys of a form on the page: Ctrl+Enter and Ctrl+S save, Esc leaves; the first field has the keyboard when it opens. */
export function useFormKeys(
  box: RefObject<HTMLElement | null>,
  keys: { readonly save: () => void; readonly close: () => void },
): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [box]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    function onKey(event: KeyboardEvent): void {
      if (event.isComposing || event.defaultPrevented) return;
      const control = event.ctrlKey || event.metaKey;
      if (control && (event.key === 'Enter' || event.key.toLowerCase() === 's')) {
        event.preventDefault();
        latest.current.save();
      } else if (event.key === 'Escape') {
        // An open list of a choice closes first.
        if (element?.querySelector('[aria-expanded="true"]')) return;
        event.preventDefault();
        latest.current.close();
      }
    }
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [box]);
}
