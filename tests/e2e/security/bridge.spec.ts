import { type Channel, contract } from '#shared/ipc/contract.ts';
import { mutantsOf } from '../../contract/support/mutants.ts';
import { validInputs } from '../../contract/support/valid-inputs.ts';
import { expect, launch, type RunningApp, test } from '../support/app.ts';

// SECURITY 12 through the real bridge of the real window: everything a hostile page can send crosses Electron's own
// way of copying values, which tests/contract does not have.

let app: RunningApp;

test.beforeAll(async () => {
  app = await launch();
  await app.page.waitForLoadState('load');
});
test.afterAll(() => app.close());

const token = '0123456789abcdef'.repeat(2);
/** Inputs of the calls that the main process answers; `{}` for those that take nothing. */
const mainInputs: Readonly<Record<string, unknown>> = {
  'files.saveAs': { proposedName: 'a', kind: 'pdf', beside: null },
  'files.reveal': { token },
  'window.milestone': { name: 'shell', at: 1 },
  'updates.install': { token },
};
const validOf = (channel: Channel): unknown =>
  (validInputs as Readonly<Record<string, unknown>>)[channel] ?? mainInputs[channel] ?? {};

/** Stands for what Playwright cannot carry into the page; made there. */
type Made = { readonly $made: 'long' };
const LONG: Made = { $made: 'long' };

/** What the schema refuses and Playwright can carry: at most `most` a call, spread over all its places. */
function refused(channel: Channel, most: number): { where: string; input: unknown }[] {
  const carried = mutantsOf(validOf(channel)).filter(
    ({ input }) => isCarried(input) && !contract[channel].input.safeParse(input).success,
  );
  const step = Math.max(1, Math.ceil(carried.length / most));
  return carried
    .filter((_, n) => n % step === 0)
    .map(({ where, input }) => ({ where, input: shorten(input) }));
}

function isCarried(value: unknown): boolean {
  if (typeof value === 'symbol' || typeof value === 'function' || value instanceof Map) return false;
  if (value === null || typeof value !== 'object' || value instanceof Date) return true;
  // Playwright would turn these two into other values on their way into the page.
  if (Object.getPrototypeOf(value) === null || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every(isCarried);
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string' && value.length > 100_000) return LONG;
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array)
    return value;
  if (Array.isArray(value)) return value.map(shorten);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shorten(member)]));
}

const groups = [...new Set(Object.keys(contract).map((channel) => channel.split('.')[0] ?? ''))];

for (const group of groups)
  test(`12: every call of ${group} refuses wrong types, extra keys and oversize strings`, async () => {
    const channels = (Object.keys(contract) as Channel[]).filter((channel) =>
      channel.startsWith(`${group}.`),
    );
    for (const channel of channels) {
      const mutants = refused(channel, 60);
      expect(mutants.length, channel).toBeGreaterThan(10);
      const odd = await app.page.evaluate(
        async ([name, inputs]) => {
          const long = 'ầ'.repeat(200_001);
          const make = (value: unknown): unknown => {
            if (value === null || typeof value !== 'object' || value instanceof Date) return value;
            if ('$made' in value) return long;
            if (Array.isArray(value)) return value.map(make);
            if (ArrayBuffer.isView(value)) return value;
            return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, make(member)]));
          };
          const bridge = window.scl as unknown as {
            call(c: unknown, i: unknown): Promise<{ ok: boolean; error?: { code: string } }>;
          };
          const found: string[] = [];
          for (const [n, input] of inputs.entries()) {
            const answer = await bridge.call(name, make(input)).catch(() => null);
            // What cannot even be copied never arrives.
            if (answer !== null && answer.error?.code !== 'RECORD_INVALID')
              found.push(`${n}: ${JSON.stringify(answer).slice(0, 200)}`);
          }
          return found;
        },
        [channel, mutants.map(({ input }) => input)] as const,
      );
      expect(
        odd.map((line) => `${mutants[Number(line.split(':')[0])]?.where} ${line}`),
        channel,
      ).toEqual([]);
    }
    expect(await app.page.evaluate(() => ({}) as { polluted?: unknown })).toEqual({});
  });

test('12: what JavaScript alone can make is refused too: functions, symbols, cycles, proxies, getters', async () => {
  const outcomes = await app.page.evaluate(async () => {
    const call = (input: unknown) =>
      (
        window.scl as unknown as {
          call(c: unknown, i: unknown): Promise<{ ok: boolean; error?: { code: string } }>;
        }
      )
        .call('app.setPreferences', input)
        .then(
          (answer) => (answer.ok ? 'taken' : (answer.error?.code ?? '')),
          () => 'not sent',
        )
        .catch(() => 'not sent');
    const tried = async (make: () => unknown): Promise<string> => {
      try {
        return await call(make());
      } catch {
        return 'not sent';
      }
    };
    const cycle: Record<string, unknown> = { language: 'vi' };
    cycle.colourScheme = cycle;
    let deep: unknown = 'x';
    for (let n = 0; n < 5000; n += 1) deep = [deep];
    return Promise.all([
      tried(() => () => 1),
      tried(() => Symbol('x')),
      tried(() => new Map([['language', 'vi']])),
      tried(() => cycle),
      tried(() => ({ language: deep, colourScheme: 'light' })),
      tried(() => new Proxy({}, { get: () => 'vi', ownKeys: () => ['language'] })),
      tried(() => Object.create({ language: 'vi', colourScheme: 'light' })),
      tried(() => new ArrayBuffer(64 * 1024 * 1024)),
      tried(() => window.document),
    ]);
  });
  for (const outcome of outcomes) expect(['RECORD_INVALID', 'not sent']).toContain(outcome);
});

test('3: what a page does to its own world does not reach the bridge', async () => {
  const outcome = await app.page.evaluate(async () => {
    const { scl } = window as unknown as { scl: Record<string, unknown> };
    let replaced = false;
    try {
      scl.call = () => 'mine';
      replaced = scl.call === undefined || String(scl.call).includes('mine');
    } catch {
      // In strict mode it says so.
    }
    const saved = Promise.prototype.then;
    const seen: unknown[] = [];
    // biome-ignore lint/suspicious/noThenProperty: what a hostile page would do.
    Promise.prototype.then = function (this: Promise<unknown>, ...rest: never[]) {
      seen.push(rest.length);
      return saved.apply(this, rest as never) as never;
    } as never;
    const state = await (scl.call as (c: string, i: unknown) => Promise<{ ok: boolean }>)('app.state', {});
    // biome-ignore lint/suspicious/noThenProperty: undone again.
    Promise.prototype.then = saved;
    return {
      replaced,
      ok: state.ok,
      prototype: typeof (Object.getPrototypeOf(scl.call) as { caller?: unknown }),
    };
  });
  expect(outcome).toMatchObject({ replaced: false, ok: true });
});
