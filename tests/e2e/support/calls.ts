import type { Channel, Input, Output } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';
import type { RunningApp } from './app.ts';

/** Calls the program through the bridge of the window, as a screen does. */
export function call<C extends Channel>(
  app: RunningApp,
  channel: C,
  input: Input<C>,
): Promise<Result<Output<C>>> {
  return app.page.evaluate(
    ([name, value]) =>
      (window.scl as never as { call(c: unknown, i: unknown): Promise<never> }).call(name, value),
    [channel, input] as const,
  );
}

/** The same; a fault ends the test. */
export async function answer<C extends Channel>(
  app: RunningApp,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const result = await call(app, channel, input);
  if (!result.ok) throw new Error(`${channel}: ${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

/** Signs the report of a period with a key made by the app, every warning answered, and saves it as a file. */
export async function signReport(
  app: RunningApp,
  period: string,
  key: { readonly keyId: number; readonly passphrase: string },
  path: string,
): Promise<void> {
  const draft = await answer(app, 'reports.draft', { period });
  const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã xem.']));
  const { amends } = await answer(app, 'reports.saveDraft', { period, text: { ...draft.text, reasons } });
  const { id } = await answer(app, 'reports.sign', {
    period,
    key: { kind: 'app', ...key },
    ...(amends === null ? {} : { amends: amends.sha256, reason: 'Ký lại bằng khóa khác' }),
  });
  await app.chooseTarget(path);
  const target = await answer(app, 'files.saveAs', { proposedName: 'bao-cao.pdf', kind: 'pdf' });
  if (target === null) throw new Error('nothing chosen');
  await answer(app, 'reports.export', { id, target: target.token });
}
