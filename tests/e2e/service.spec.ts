import { join } from 'node:path';
import type { Channel, Input, Output } from '#shared/ipc/contract.ts';
import type { Notice, Result } from '#shared/ipc/result.ts';
import { expect, type RunningApp, samples, test } from './support/app.ts';

// The wiring between page, main process and service, through the bridge alone; what the screens make of it is tested
// with the screens.

function call<C extends Channel>(app: RunningApp, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  return app.page.evaluate(
    ([name, value]) =>
      (window.scl as never as { call(c: unknown, i: unknown): Promise<never> }).call(name, value),
    [channel, input] as const,
  );
}

test('a dialog gives a token, not a path; the file is imported, and figures follow', async ({ app }) => {
  await app.page.waitForLoadState('load');
  expect(await call(app, 'app.openSample', {})).toMatchObject({
    ok: true,
    value: { phase: 'ready', sample: true },
  });
  await app.dismissDialogs();
  expect(await call(app, 'files.pickSpreadsheets', {})).toEqual({ ok: true, value: [] });
  await app.chooseFiles(join(samples, 'phuoc-an-2024-q1.xlsx'));
  const chosen = await call(app, 'files.pickSpreadsheets', {});
  expect(chosen).toMatchObject({ ok: true, value: [{ name: 'phuoc-an-2024-q1.xlsx', size: 64391 }] });
  expect(JSON.stringify(chosen)).not.toContain(samples);
  if (!chosen.ok || !chosen.value[0]) throw new Error('nothing chosen');
  const file = chosen.value[0].token;
  const preview = await call(app, 'imports.preview', { file, options: {}, task: 't' });
  expect(preview).toMatchObject({
    ok: true,
    value: { result: { read: 520, added: 0, unchanged: 520, bad: 0 } },
  });
  const figures = await call(app, 'evaluation.evaluate', { period: '2024-Q1' });
  if (!figures.ok) throw new Error(figures.error.code);
  expect(figures.value.objectives.find(({ id }) => id === '2.3')).toMatchObject({
    numerator: 146,
    denominator: 439,
    percent: '33.25',
    shortBy: 8,
  });
  const index = await app.page.evaluate(async () => {
    const result = await window.scl?.call('dossiers.index', { filter: {} });
    return result?.ok ? [result.value.ids.constructor.name, result.value.ids.length] : result;
  });
  expect(index).toEqual(['Uint32Array', 1000]);
});

test('a service that dies is started again; what was under way is answered, chosen files stay chosen', async ({
  app,
}) => {
  await app.page.waitForLoadState('load');
  await app.page.evaluate(() => {
    const found = window as unknown as { notices: Notice[] };
    found.notices = [];
    window.scl?.onNotice((notice) => found.notices.push(notice));
  });
  await call(app, 'app.openSample', {});
  await app.chooseFiles(join(samples, 'phuoc-an-2024-q2.csv'));
  const chosen = await call(app, 'files.pickSpreadsheets', {});
  if (!chosen.ok || !chosen.value[0]) throw new Error('nothing chosen');
  const pid = await app.electron.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'so-chat-luong-service')?.pid,
  );
  expect(pid).toBeGreaterThan(0);
  const pending = call(app, 'app.check', {});
  process.kill(pid as number, 'SIGKILL');
  const answer = await pending;
  if (!answer.ok) expect(answer.error).toMatchObject({ code: 'INTERNAL', logId: expect.any(String) });
  await expect
    .poll(() =>
      app.page.evaluate(
        () =>
          (window as unknown as { notices: Notice[] }).notices.filter(
            ({ kind }) => kind === 'service-restarted',
          ).length,
      ),
    )
    .toBe(1);
  expect(await call(app, 'app.state', {})).toMatchObject({
    ok: true,
    value: { phase: 'ready', sample: true },
  });
  expect(
    await call(app, 'imports.preview', { file: chosen.value[0].token, options: {}, task: 't' }),
  ).toMatchObject({ ok: true, value: { result: { read: 480, unchanged: 480 } } });
});

test('the main process stays free while the service works', async ({ app }) => {
  await app.page.waitForLoadState('load');
  const opened = call(app, 'app.openSample', {});
  for (let n = 0; n < 5; n += 1) {
    expect(await call(app, 'window.milestone', { name: 'shell', at: n })).toEqual({ ok: true, value: {} });
  }
  expect(await opened).toMatchObject({ ok: true });
});
