import { join } from 'node:path';
import { PlainBook } from '../scenario/support/deeds.ts';
import { catalogueIssues, objectivesOf, ownSetOf } from '../scenario/support/objectives.ts';
import { Office } from '../scenario/support/office.ts';
import { expectedOf, months } from '../scenario/support/oracle.ts';
import { officeYear } from '../scenario/support/year.ts';
import { expect, launch, temporaryFolder, test } from './support/app.ts';
import { choosePeriod, signIn } from './support/office.ts';

const PERIODS = [
  ['Quý I năm 2024', 1, 3, 9750],
  ['Quý III năm 2024', 7, 9, 9850],
  ['Năm 2024', 1, 12, 9850],
] as const;

/** `1234` as the window writes it. */
const shown = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

test('a year in all ledgers stands on Tổng quan as the oracle counts it', async () => {
  test.setTimeout(240_000);
  const folder = temporaryFolder();
  const book = new PlainBook();
  const office = new Office(folder);
  await test.step('the office works for a year', async () => {
    await office.found();
    office.goTo('2024-01-05');
    await office.call('targets.saveOwn', ownSetOf('2023-12-15', 9750));
    await office.call('targets.saveOwn', ownSetOf('2024-06-15', 9850));
    for (const deed of officeYear(3)) {
      await office.do(deed);
      book.do(deed);
    }
    await office.backend.close();
  });

  const app = await launch({ dataDir: join(folder, 'data'), today: '2024-12-31' });
  await signIn(app.page);
  for (const [title, first, last, onTime] of PERIODS) {
    await test.step(title, async () => {
      await choosePeriod(app.page, title);
      const period = { ...months(2024, first, last, 'nd09'), asOf: '2024-12-31', scheme: 'nd09' as const };
      for (const objective of objectivesOf(onTime)) {
        const { numerator, denominator } = expectedOf(book, objective, period, catalogueIssues);
        if (denominator === null || denominator === 0) continue;
        const row = app.page
          .getByRole('row')
          .filter({ has: app.page.locator(`[data-objective="${objective.id}"]`) });
        await expect(row, `${title} ${objective.id}`).toContainText(
          `${shown(numerator ?? 0)}/${shown(denominator)}`,
        );
      }
    });
  }
  await app.close();
});
