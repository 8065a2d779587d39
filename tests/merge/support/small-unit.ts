import { resolve } from 'node:path';
import { frozenClock } from '#electron/application/app/clock.ts';
import { createBackend } from '#electron/application/backend.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { profile } from '../../contract/support/valid-inputs.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';
import { plainDossier } from '../../unit/domain/sample-dossier.ts';

/** The data folder of a former unit: some dossiers, and staff whose codes every unit has. */
export async function smallUnit(
  dataDir: string,
  code: string,
  name: string,
  dossiers: number,
): Promise<void> {
  const backend = createBackend({
    dataDir,
    resourcesDir: resolve(import.meta.dirname, '../../../resources'),
    version: '0.0.0',
    clock: frozenClock(localDate(2024, 9, 20)),
    costs: CHEAP,
  });
  const unit = { ...profile.unit, code, name };
  await backend.call('app.initialise', {
    profile: { ...profile, unit },
    login: 'thu',
    passphrase: TEST_PASSPHRASE,
    backupFolder: null,
  });
  const { store } = await backend.workspace();
  await store.write((tx) => {
    const changeSet = tx.beginChangeSet({
      user: 'thu',
      at: '2024-09-20T02:00:00Z',
      kind: 'created',
      reason: null,
      importId: null,
    });
    for (let n = 0; n < dossiers; n += 1) {
      const running = String(n + 1).padStart(4, '0');
      // The first two have the same number in every unit.
      const number = n < 2 ? running : `${code}-${running}`;
      const dossier = plainDossier({
        code: `H19-240102-${number}`,
        applicantName: `${name} ${n + 1}`,
        finishedOn: '2024-01-05',
        status: 'finished',
      });
      tx.insertDossier(dossier, null, changeSet);
    }
    const person = { name: `Cán bộ của ${name}`, post: 'Công chức', from: '2020-01-01' };
    tx.insertEntry('staff', { code: 'CB001', ...person }, 1, changeSet);
    const rating = { year: 2023, rating: 'good', ratedOn: '2023-12-10' };
    tx.insertEntry('staff-ratings', { staffCode: 'CB001', ...rating }, 1, changeSet);
  });
  await backend.close();
}
