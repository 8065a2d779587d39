import { basename, extname, join } from 'node:path';
import type { Channel, Input, Output, ServiceChannel } from '#shared/ipc/contract.ts';
import type { RunningApp } from '../../e2e/support/app.ts';
import { answer } from '../../e2e/support/calls.ts';
import { TEST_PASSPHRASE } from '../../support/passphrase.ts';
import type { Hands } from '../support/kind.ts';

const PATH_MARK = 'path:';

/** Somebody at work in the real window: calls go through its bridge, files through its dialogs. */
export function windowHands(app: RunningApp, places: Hands['places']): Hands {
  const hands: Hands = {
    places,
    // A dialog gives the token when the call is made.
    file: (path) => `${PATH_MARK}${path}`,
    async call<C extends ServiceChannel>(channel: C, input: Input<C>): Promise<Output<C>> {
      return answer(app, channel as Channel, (await withTokens(app, input)) as never) as Promise<Output<C>>;
    },
    async import(path) {
      const file = (await withTokens(app, hands.file(path))) as string;
      const request = { file, options: {}, task: `import-${path.slice(-20)}` };
      const { result } = await hands.call('imports.preview', request);
      return hands.call('imports.commit', { ...request, sha256: result.sha256 });
    },
    async signIn(passphrase = TEST_PASSPHRASE) {
      const { users } = await hands.call('app.state', {});
      await hands.call('app.signIn', { login: users[0]?.login ?? '', passphrase });
    },
  };
  return hands;
}

/** An input with each path in it chosen in a dialog of the window. */
async function withTokens(app: RunningApp, value: unknown): Promise<unknown> {
  if (typeof value === 'string') {
    if (!value.startsWith(PATH_MARK)) return value;
    return tokenFor(app, value.slice(PATH_MARK.length));
  }
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  const found: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) found[name] = await withTokens(app, each);
  return Array.isArray(value) ? Object.values(found) : found;
}

async function tokenFor(app: RunningApp, path: string): Promise<string> {
  const kind = extname(path).slice(1);
  if (kind === 'pdf' || kind === 'xlsx') {
    await app.chooseTarget(path);
    const target = await answer(app, 'files.saveAs', { proposedName: basename(path), kind });
    if (target === null) throw new Error(`no token for ${path}`);
    return target.token;
  }
  await app.chooseFiles(join(path));
  const chosen =
    kind === 'csv'
      ? (await answer(app, 'files.pickSpreadsheets', {}))[0]
      : await answer(app, 'files.pickBackup', {});
  if (!chosen) throw new Error(`no token for ${path}`);
  return chosen.token;
}
