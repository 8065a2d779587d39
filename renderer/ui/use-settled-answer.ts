import { useEffect, useRef, useState } from 'react';

/** An answer with what was asked for it (`''`: nothing was). */
interface Settled<T> {
  readonly asked: string;
  readonly answer: T;
}

/**
 * What `ask` finds for `asked`, looked for once that has stayed the same for `pauseMs` milliseconds; until the answer
 * is there the former one, with what it was asked for. `asked` null: nothing is looked for and the answer is `none`.
 * So it is when `ask` fails, because what is found while typing is a service and has no fault to show; an answer that
 * something newer has overtaken is let go.
 */
export function useSettledAnswer<T>(
  asked: string | null,
  ask: (asked: string) => Promise<T>,
  none: T,
  pauseMs: number,
): Settled<T> {
  const [settled, setSettled] = useState<Settled<T>>({ asked: '', answer: none });
  const latest = useRef({ ask, none });
  latest.current = { ask, none };
  useEffect(() => {
    if (asked === null) return setSettled({ asked: '', answer: latest.current.none });
    let current = true;
    const give = (answer: T) => {
      if (current) setSettled({ asked, answer });
    };
    const timer = setTimeout(() => {
      latest.current.ask(asked).then(give, () => give(latest.current.none));
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, pauseMs]);
  return settled;
}
