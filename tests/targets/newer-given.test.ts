import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day, newOffice, type Office, ownSet, threshold } from './support/commune.ts';

const GIVEN = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../resources/targets/nhon-trach-2024.json'), 'utf8'),
);

/** The decision again with another threshold for what is resolved online. */
function given(change: object, online: number) {
  return {
    ...GIVEN,
    ...change,
    objectives: GIVEN.objectives.map((one: { id: string }) =>
      one.id === '2.3'
        ? { ...one, threshold: { commune: threshold('>=', online), district: threshold('>=', online) } }
        : one,
    ),
  };
}

async function takeIn(office: Office, set: object): Promise<void> {
  const path = join(office.folder, 'set.json');
  writeFileSync(path, JSON.stringify(set));
  await office.call('targets.importFile', { file: office.backend.files.register(path) });
}

async function judged(office: Office, period: string) {
  const { id, version, objectives } = await office.call('evaluation.targetSet', { period });
  return [`${id} ${version}`, objectives.find((one) => one.id === '2.3')?.threshold.basisPoints];
}

describe('a given set that comes after the own one', () => {
  it('is never lowered by it: a new version of the set it stands under', async () => {
    const office = await newOffice('thu', day('2024-07-01'));
    await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 5000) } }));
    await takeIn(office, given({ version: 2 }, 6000));
    expect(await judged(office, '2024-Q2')).toEqual(['nhon-trach-2024 2', 6000]);
    // Saved again beneath the new version, the own set counts again.
    await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 6500) } }));
    expect(await judged(office, '2024-Q2')).toEqual(['nhon-trach-2024-own 2', 6500]);
  });

  it('leaves an own set in force that asks as much', async () => {
    const office = await newOffice('thu', day('2024-07-01'));
    await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 6000) } }));
    await takeIn(office, given({ version: 2 }, 6000));
    expect(await judged(office, '2024-Q2')).toEqual(['nhon-trach-2024-own 1', 6000]);
  });

  it('takes over where a decision of its own begins, though the former one never ended', async () => {
    const office = await newOffice('thu', day('2025-07-01'));
    await takeIn(office, given({ id: 'dau', validTo: null }, 3000));
    await office.call('targets.saveOwn', ownSet({ base: 'dau', raised: { '2.3': threshold('>=', 5000) } }));
    await takeIn(office, given({ id: 'sau', validFrom: '2024-12-15', validTo: null }, 6000));
    expect(await judged(office, '2024-Q4')).toEqual(['dau-own 1', 5000]);
    expect(await judged(office, '2025-Q1')).toEqual(['sau 1', 6000]);
  });

  it('takes over when it has an objective that the own set does not', async () => {
    const office = await newOffice('thu', day('2024-07-01'));
    await office.call('targets.saveOwn', ownSet({ raised: { '2.3': threshold('>=', 9000) } }));
    const more = given({ version: 2 }, 3500);
    await takeIn(office, {
      ...more,
      objectives: [...more.objectives, { ...more.objectives[3], id: '8' }],
    });
    expect(await judged(office, '2024-Q2')).toEqual(['nhon-trach-2024 2', 3500]);
  });
});

describe('a threshold of a given objective that cannot be used', () => {
  it('is told at the given objective', async () => {
    const office = await newOffice('thu', day('2024-07-01'));
    const refused = await office.refusal(
      'targets.saveOwn',
      ownSet({ raised: { '3.1': threshold('>', 10_000) } }),
    );
    expect(refused).toEqual({ code: 'TARGET_INVALID', fields: { 'raised.3.1': 'THRESHOLD_INVALID' } });
  });
});
