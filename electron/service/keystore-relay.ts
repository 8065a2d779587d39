import type { Keystore } from '#electron/application/access/keystore.ts';
import type { FromService, ToService } from '#electron/ipc/service-messages.ts';

/** Reaches the system's key store through the main process, which alone may use it. `take` gets what comes back. */
export function relayKeystore(send: (message: FromService) => void): {
  readonly keystore: Keystore;
  take(message: Extract<ToService, { kind: 'keystore-answer' }>): void;
} {
  const waiting = new Map<number, (answer: string | null) => void>();
  let next = 1;
  const ask = (what: 'state' | 'protect' | 'reveal', text = ''): Promise<string | null> => {
    const id = next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send({ kind: 'keystore', id, what, text });
    });
  };
  const demand = async (what: 'protect' | 'reveal', text: string): Promise<string> => {
    const answer = await ask(what, text);
    if (answer === null) throw new RangeError(`the key store did not ${what}`);
    return answer;
  };
  return {
    keystore: {
      async state() {
        const answer = await ask('state');
        return answer === 'usable' || answer === 'not-encrypted' ? answer : 'none';
      },
      protect: (text) => demand('protect', text),
      reveal: (text) => demand('reveal', text),
    },
    take({ id, answer }) {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
}
