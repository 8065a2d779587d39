import type { PrinterInfo, WebContentsPrintOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { PAGES_PER_JOB, printDocument } from '#electron/main/printing/print-document.ts';
import { describePrinter } from '#electron/main/printing/printers.ts';
import { pageChoice } from '#renderer/printing/page-choice.ts';
import { chosenOf } from '#renderer/printing/use-printers.ts';
import type { AppError } from '#shared/errors.ts';
import type { Printer } from '#shared/ipc/contract/printing.ts';

const told = (options: Record<string, string>, more: object = {}): PrinterInfo =>
  ({
    name: 'mot-cua',
    displayName: 'mot-cua',
    description: 'Máy in Một cửa',
    options,
    ...more,
  }) as unknown as PrinterInfo;

describe('what the system tells of a printer', () => {
  const cups = {
    'printer-type': String(0x20000 | 0x10),
    'printer-state': '3',
    'printer-state-reasons': 'none',
  };

  it('CUPS: default, both sides, ready; called by its description', () => {
    expect(describePrinter(told(cups))).toEqual({
      name: 'mot-cua',
      label: 'Máy in Một cửa',
      default: true,
      state: 'ready',
      duplex: true,
    });
    expect(describePrinter(told({ ...cups, 'printer-type': '4' }))).toMatchObject({
      default: false,
      duplex: false,
    });
  });

  it.each([
    ['5', 'paused', 'waiting'],
    ['5', 'none', 'waiting'],
    ['3', 'offline-report', 'waiting'],
    ['4', 'none', 'ready'],
    ['3', 'toner-low-warning,media-empty-error', 'waiting'],
    ['3', 'toner-low-warning', 'ready'],
  ])('state %s, %s is %s', (state, reasons, expected) => {
    const options = { ...cups, 'printer-state': state, 'printer-state-reasons': reasons };
    expect(describePrinter(told(options)).state).toBe(expected);
  });

  it('refusing outweighs waiting', () => {
    const options = { ...cups, 'printer-state': '5', 'printer-is-accepting-jobs': 'false' };
    expect(describePrinter(told(options)).state).toBe('refusing');
  });

  it('Windows: nothing beyond the name is known; the description is the driver’s', () => {
    const windows = told({ system_driverinfo: 'Canon' }, { displayName: 'Canon LBP2900' });
    expect(describePrinter(windows)).toEqual({
      name: 'mot-cua',
      label: 'Canon LBP2900',
      default: false,
      state: 'unknown',
      duplex: null,
    });
  });
});

describe('pages and copies as typed', () => {
  const typed = { all: false, from: '1', to: null, copies: '1' };
  it.each([
    [{}, [1, 5], 1],
    [{ from: '2', to: '3' }, [2, 3], 1],
    [{ from: '3', to: '2' }, null, 1],
    [{ from: '0' }, null, 1],
    [{ to: '6' }, null, 1],
    [{ to: '' }, null, 1],
    [{ from: '1,5' }, null, 1],
    [{ all: true, from: 'x', copies: '99' }, [1, 5], 99],
    [{ copies: '100' }, [1, 5], null],
    [{ copies: '-1' }, [1, 5], null],
  ])('%j', (change, range, copies) => {
    expect(pageChoice({ ...typed, ...change }, 5)).toEqual({ range, copies });
  });
});

const printer = (name: string, more: Partial<Printer> = {}): Printer => ({
  name,
  label: `Máy ${name}`,
  default: false,
  state: 'ready',
  duplex: true,
  ...more,
});

it('the printer used last, else the default one, else the only one, else the system’s choice', () => {
  const two = [printer('a'), printer('b', { default: true })];
  expect(chosenOf(two, 'a')).toBe('a');
  expect(chosenOf(two, 'gone')).toBe('b');
  expect(chosenOf([printer('a'), printer('c')], null)).toBe('');
  expect(chosenOf([printer('a')], null)).toBe('a');
  expect(chosenOf([], 'a')).toBe('');
});

describe('a paper of many pages', () => {
  const request = {
    task: 't',
    pdf: new Uint8Array(),
    title: 'x',
    printer: 'a',
    from: 2,
    to: 99,
    copies: 1,
    bothSides: true,
  };

  /** Prints 25 pages, of which those lie that `lying` names; the job at `failing` is not taken. */
  async function run(lying: (page: number) => boolean, failing = -1, printers = [printer('a')]) {
    const jobs: { pages: number[]; options: WebContentsPrintOptions }[] = [];
    let pages: number[] = [];
    let closed = false;
    const outcome = await printDocument(request, {
      printers: async () => printers,
      labelOf: () => 'Máy cũ',
      goOn: () => undefined,
      progress: () => undefined,
      sheets: () => ({
        open: async () => 25,
        draw: async (page) => {
          pages.push(page);
          return lying(page);
        },
        clear: async () => {
          pages = [];
        },
        print: async (options) => jobs.push({ pages, options }) - 1 !== failing,
        close: () => {
          closed = true;
        },
      }),
    }).catch((error: AppError) => error);
    return { jobs, outcome, closed };
  }

  it('goes in parts that fill both sides of their sheets', async () => {
    const { jobs, outcome, closed } = await run((page) => page >= 22);
    expect(PAGES_PER_JOB % 2).toBe(0);
    expect(jobs.map(({ pages }) => [pages[0], pages.at(-1)])).toEqual([
      [2, 11],
      [12, 21],
      [22, 25],
    ]);
    expect(jobs.map(({ options }) => options.duplexMode)).toEqual(['longEdge', 'longEdge', 'shortEdge']);
    expect(outcome).toEqual({ label: 'Máy a', pages: 24, waiting: false });
    expect(closed).toBe(true);
  });

  it('says how much went out before a part was not taken', async () => {
    const { outcome, closed } = await run(() => false, 1);
    expect(outcome).toMatchObject({
      code: 'PRINT_FAILED',
      params: { printer: 'Máy a', reason: 'part', sent: 10, total: 24 },
    });
    expect(closed).toBe(true);
  });

  it('does not begin on a printer that is gone or refuses', async () => {
    expect((await run(() => false, -1, [printer('b')])).outcome).toMatchObject({
      code: 'PRINTER_MISSING',
      params: { printer: 'Máy cũ' },
    });
    expect((await run(() => false, -1, [printer('a', { state: 'refusing' })])).outcome).toMatchObject({
      code: 'PRINTER_REFUSES',
    });
  });
});
