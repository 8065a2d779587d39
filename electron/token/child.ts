import { Cryptoki, TokenError } from './cryptoki.ts';
import type { TokenAnswer, TokenRequest } from './messages.ts';
import { readTokens } from './read-tokens.ts';
import { openSigningSession, type SigningSession } from './signing-session.ts';

// The process that holds the library of a token: a plain Node child of the command line, or Electron's utility
// process beside the window. It answers one request after the other and ends with its parent. What the library does
// to it (a crash, a hang) costs nothing but itself. Nothing is logged here: requests hold the PIN.

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: TokenRequest }) => void): void;
}
const { parentPort } = process as unknown as { parentPort?: ParentPort };

let library: Cryptoki | null = null;
let session: SigningSession | null = null;

function answer(request: TokenRequest): TokenAnswer {
  try {
    switch (request.kind) {
      case 'list':
        library = new Cryptoki(request.driver);
        return { kind: 'listed', tokens: readTokens(library) };
      case 'open':
        library = new Cryptoki(request.driver);
        session = openSigningSession(library, request);
        return { kind: 'opened' };
      case 'sign': {
        if (session === null) throw new TokenError('NO_KEY');
        const { signature, form } = session.sign(Buffer.from(request.data, 'base64'));
        return { kind: 'signed', signature: signature.toString('base64'), form };
      }
      case 'close':
        session?.close();
        library?.finalize();
        return { kind: 'closed' };
    }
  } catch (error) {
    const fault =
      error instanceof TokenError
        ? error.fault
        : { code: 'LIBRARY' as const, reason: error instanceof Error ? error.name : null, pin: null };
    return { kind: 'failed', fault };
  }
}

if (parentPort !== undefined) {
  parentPort.on('message', ({ data }) => parentPort.postMessage(answer(data)));
} else {
  process.on('message', (request: TokenRequest) => process.send?.(answer(request)));
  process.on('disconnect', () => process.exit(0));
}
