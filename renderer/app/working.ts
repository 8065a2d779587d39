import { create } from 'zustand';

/** What is answered sooner needs no sign of work: it would only flicker. In milliseconds. */
const SIGN_MS = 300;

/** Whether something asked of the program has been waited for long enough to be shown. */
export const useWorking = create<{ readonly shown: boolean }>(() => ({ shown: false }));

let waiting = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Counts an answer of the program as waited for until it is there; hands it on unchanged. */
export function watchWork<T>(answer: Promise<T>): Promise<T> {
  waiting += 1;
  if (waiting === 1) timer = setTimeout(() => useWorking.setState({ shown: true }), SIGN_MS);
  const end = () => {
    waiting -= 1;
    if (waiting > 0) return;
    clearTimeout(timer);
    if (useWorking.getState().shown) useWorking.setState({ shown: false });
  };
  answer.then(end, end);
  return answer;
}
