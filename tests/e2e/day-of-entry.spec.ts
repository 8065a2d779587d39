import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { parseCalendarYear } from '#shared/catalogues/calendar-file.ts';
import { parseProcedures } from '#shared/catalogues/procedure-file.ts';
import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import { buildCalendar } from '#shared/domain/calendar.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { proposeDue } from '#shared/domain/due-date.ts';
import { flowRows } from '#shared/domain/flow.ts';
import { formatDate, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { cutAt, resolvePeriod } from '#shared/domain/period.ts';
import { buildProcedures, issuesDocumentAt, procedureAt } from '#shared/domain/procedure.ts';
import { axisGroups } from '#shared/domain/tally.ts';
import { expect, test } from './support/app.ts';
import { Keystrokes } from './support/keystrokes.ts';
import { foundOffice, goTo } from './support/office.ts';
import { type Paper, paperPile } from './support/paper-pile.ts';

const TODAY = day('2024-04-17');
const YESTERDAY = day('2024-04-16');
const SIZE = 50;
const papers = paperPile(SIZE, TODAY, YESTERDAY, 20_240_417);

const resources = resolve(import.meta.dirname, '../../resources');
const resource = (name: string): unknown => JSON.parse(readFileSync(join(resources, name), 'utf8'));
const catalogue = buildProcedures(parseProcedures(resource('procedures/commune.json')));
const calendar = buildCalendar([parseCalendarYear(resource('calendar/vn-2024.json'))]);

test.use({ start: { today: TODAY } });

test('a day of fifty dossiers from paper, by keyboard alone', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const keys = new Keystrokes(page);
  const field = (name: string) => page.locator(`form [name="${name}"]`);
  const focused = (locator: Locator) => expect(locator).toBeFocused();
  await foundOffice(app);
  await goTo(page, 2, 'Hồ sơ');
  await page.getByRole('button', { name: 'Ghi hồ sơ đầu tiên' }).waitFor();

  keys.begin();
  await keys.press('n');
  await focused(field('code'));
  for (const [at, paper] of papers.entries()) {
    const before = papers[at - 1] ?? null;
    await test.step(`${at + 1}. ${paper.code}`, async () => {
      await enter(keys, paper, before, field);
      await keys.press('Control+Enter');
      await expect(page.getByText(`Đã lưu hồ sơ ${paper.code}`)).toBeVisible();
      await focused(field('procedureName'));
    });
  }
  const typed = keys.end();

  await test.step('all fifty are in the book as they stand on paper, with the due days of the rules', async () => {
    for (const paper of papers) {
      const found = await page.evaluate(async (code) => {
        const found = await window.scl?.call('dossiers.byCode', { code });
        const answer = await window.scl?.call('dossiers.unmask', { id: (found?.ok && found.value?.id) || 0 });
        return answer?.ok ? answer.value.dossier.record : null;
      }, paper.code);
      expect(found).toEqual(recordOf(paper));
    }
    await keys.page.keyboard.press('Escape');
    await expect(page.getByText(`${SIZE} hồ sơ`, { exact: true })).toBeVisible();
  });

  await test.step('the figures are those of the pure functions', async () => {
    const evaluated = await page.evaluate(async () => {
      const answer = await window.scl?.call('evaluation.evaluate', { period: '2024-Q2' });
      return answer?.ok ? answer.value : null;
    });
    const period = resolvePeriod('2024-Q2', 'nd09');
    if (!period) throw new RangeError('2024-Q2');
    const source = new ArrayCountSource(papers.map(recordOf), ({ procedureCode, receivedOn }) =>
      issuesDocumentAt(catalogue, procedureCode, receivedOn),
    );
    const groups = axisGroups(source, cutAt(period, TODAY), true);
    const flow = flowRows({
      received: groups('received'),
      carriedOver: [],
      resolved: groups('resolved'),
      pending: groups('pending'),
    });
    expect(evaluated?.flow).toEqual(flow);
    const online = papers.filter(({ channel, done }) => done && channel === 'online').length;
    const done = papers.filter((paper) => paper.done).length;
    const figure = (id: string) => evaluated?.objectives.find((objective) => objective.id === id);
    expect(figure('2.1')).toMatchObject({ numerator: done, denominator: done });
    expect(figure('2.3')).toMatchObject({ numerator: online, denominator: done });
  });

  await test.step('the last one is taken back by one key', async () => {
    await page.getByRole('grid', { name: 'Danh sách hồ sơ' }).focus();
    await page.keyboard.press('u');
    await expect(page.getByText(`${SIZE - 1} hồ sơ`, { exact: true })).toBeVisible();
  });

  const sheet = papers.map(sheetKeys);
  const mean = (numbers: readonly number[]) => (numbers.reduce((sum, n) => sum + n, 0) / SIZE).toFixed(1);
  console.log(
    [
      `keystrokes per dossier, ${SIZE} dossiers:`,
      `  names, ID numbers, codes  ${mean([typed.content])}`,
      `  everything else           ${mean([typed.other])}`,
      `  together                  ${mean([typed.content + typed.other])}`,
      'the same day cell by cell in a sheet:',
      `  names, ID numbers, codes  ${mean(sheet.map((one) => one.content))}`,
      `  everything else           ${mean(sheet.map((one) => one.other))}`,
      `  together                  ${mean(sheet.map((one) => one.content + one.other))}`,
    ].join('\n'),
  );
  const total = typed.content + typed.other;
  const inSheet = sheet.reduce((sum, one) => sum + one.content + one.other, 0);
  // What the README says; a change of the form that costs keys is seen here.
  expect(total / SIZE).toBeLessThan(33);
  expect(total / inSheet).toBeLessThan(0.33);
});

/** Types one paper as somebody who knows the form: what is proposed or kept and right is left alone. */
async function enter(keys: Keystrokes, paper: Paper, before: Paper | null, field: (name: string) => Locator) {
  const receivedBefore = before?.receivedOn ?? TODAY;
  if (before === null) {
    await keys.type(paper.code, 'content');
    await keys.press('Tab');
  }
  if (before?.procedureCode === paper.procedureCode) await keys.press('F4');
  else {
    await keys.type(paper.letters, 'other');
    await keys.press('Tab');
  }
  await expect(field('procedureName')).toHaveValue(paper.procedureName);
  await expect(field('applicantName')).toBeFocused();
  const again = before !== null && before.personId === paper.personId;
  if (again) {
    await keys.press('F4');
    await keys.press('F4');
  } else {
    await keys.type(paper.applicantName, 'content');
    await keys.press('Tab');
    await keys.type(paper.personId, 'content');
  }
  const otherChannel = before?.channel !== paper.channel;
  const otherDay = receivedBefore !== paper.receivedOn;
  if (otherChannel || otherDay) {
    if (!again) await keys.press('Tab');
    await expect(field('channel')).toBeFocused();
    if (otherChannel) await keys.press({ direct: '1', online: '2', post: '3' }[paper.channel]);
    if (otherDay) {
      await keys.press('Tab');
      await expect(field('receivedOn')).toBeFocused();
      await keys.press(paper.receivedOn < receivedBefore ? 'ArrowDown' : 'ArrowUp');
    }
    await expect(field('receivedOn')).toHaveValue(formatDate(day(paper.receivedOn)));
  }
  if (paper.done) await keys.press('F2');
  // The number follows the day; where another desk has taken one, the last digits are put right.
  if (before !== null) {
    const proposed = await settledCode(field('code'), paper);
    if (proposed !== paper.code) await correctCode(keys, field, proposed, paper.code);
  }
}

/** The number proposed for the day of a paper, once it stands in its field. */
async function settledCode(code: Locator, paper: Paper): Promise<string> {
  const stem = paper.code.slice(0, -4);
  await expect(code).toHaveValue(new RegExp(`^${stem.replaceAll('.', '\\.')}\\d{4}$`));
  return code.inputValue();
}

/** Goes back to the number, deletes the digits that differ and types the right ones. */
async function correctCode(
  keys: Keystrokes,
  field: (name: string) => Locator,
  proposed: string,
  wanted: string,
): Promise<void> {
  const order = ['code', 'procedureName', 'applicantName', 'personId', 'channel', 'receivedOn', 'dueOn'];
  const at = await field('code').evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  for (let step = order.indexOf(at); step > 0; step -= 1) await keys.press('Shift+Tab');
  await expect(field('code')).toBeFocused();
  let same = 0;
  while (proposed[same] === wanted[same]) same += 1;
  await keys.press('End');
  for (let digit = same; digit < proposed.length; digit += 1) await keys.press('Backspace');
  await keys.type(wanted.slice(same), 'content');
}

/** What the book must hold for a paper. */
function recordOf(paper: Paper): Dossier {
  const receivedOn = day(paper.receivedOn);
  const procedure = procedureAt(catalogue, paper.procedureCode, receivedOn);
  const { dueOn } = proposeDue(procedure, paper.channel, receivedOn, calendar);
  return {
    code: paper.code,
    procedureCode: paper.procedureCode,
    procedureName: paper.procedureName,
    field: procedure?.field ?? null,
    applicantName: paper.applicantName,
    personId: paper.personId,
    channel: paper.channel,
    receivedOn,
    dueOn,
    reappointedDueOn: null,
    finishedOn: paper.done ? receivedOn : null,
    returnedOn: paper.done ? receivedOn : null,
    status: paper.done ? 'returned' : 'accepted',
    outcome: null,
    componentsDigitised: null,
    resultDigitised: null,
    inSoftware: null,
    paperParallel: null,
    handler: null,
    note: null,
    suspensions: [],
  };
}

/** The same paper in a sheet: every cell's characters, and a Tab or Enter after each. */
function sheetKeys(paper: Paper): { content: number; other: number } {
  const record = recordOf(paper);
  const short = (date: LocalDate | null) => (date === null ? '' : formatDate(date).slice(0, 5));
  const content = [paper.code, paper.applicantName, paper.personId];
  const other = [
    paper.procedureName,
    { direct: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính' }[paper.channel],
    short(record.receivedOn),
    short(record.dueOn),
    short(record.returnedOn),
  ];
  const length = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.length, 0);
  return { content: length(content), other: length(other) + content.length + other.length };
}

function day(iso: string): LocalDate {
  const date = parseIsoDate(iso);
  if (date === null) throw new RangeError(iso);
  return date;
}
