import { useEffect, useRef, useState } from 'react';

/** Quiet time after a key before the list is searched. */
const WAIT_MS = 120;

/** The text of the search field: shown at once, searched when the fingers rest; follows a filter set from outside. */
export function useSearchText(
  searched: string,
  onSearch: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(searched);
  const asked = useRef(searched);
  const latest = useRef(onSearch);
  latest.current = onSearch;

  useEffect(() => {
    if (searched === asked.current) return;
    asked.current = searched;
    setText(searched);
  }, [searched]);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      latest.current(wanted);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}
