// node tests/receiver/support/make-offices.ts FOLDER
// Two offices for looking at answers between windows: the data folder of a commune with two signed reports and the files
// of both, that of the level above, which trusts the commune's key, and the key of the level above as a .p12 file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { profile, validInputs } from '../../contract/support/valid-inputs.ts';
import { keyPem, makeKey, pem } from '../../report/support/keys.ts';
import { resourcesDir } from '../../report/support/sample-report.ts';
import { makeP12 } from '../../report/support/tools.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';

const PASS = 'mật khẩu khóa';

async function office(
  folder: string,
  name: string,
  today: LocalDate,
  unit: Partial<(typeof profile)['unit']> = {},
): Promise<Backend> {
  const backend = createBackend({
    dataDir: join(folder, name),
    resourcesDir,
    version: '0.0.0',
    costs: CHEAP,
    clock: frozenClock(today),
  });
  const [head] = profile.users;
  if (head === undefined) throw new Error('nobody works there');
  const own = { ...profile, unit: { ...profile.unit, ...unit }, users: [head] };
  await backend.call('app.initialise', {
    profile: own,
    login: head.login,
    passphrase: TEST_PASSPHRASE,
    backupFolder: null,
  });
  return backend;
}

async function make(folder: string): Promise<void> {
  const commune = await office(folder, 'commune', localDate(2024, 3, 16));
  const district = await office(folder, 'district', localDate(2024, 3, 18), {
    code: '742',
    name: 'Ủy ban nhân dân huyện Nhơn Trạch',
    kind: 'huyen',
  });
  const key = await commune.call('keys.create', { name: profile.unit.name, passphrase: PASS });
  await commune.callUnparsed('dossiers.save', validInputs['dossiers.save']);
  for (const period of ['2024-M01', '2024-Q1']) {
    const draft = await commune.call('reports.draft', { period });
    const reasons = Object.fromEntries(
      draft.checks.map(({ code }) => [code, 'Đã đối chiếu với phần mềm một cửa']),
    );
    await commune.call('reports.saveDraft', { period, text: { ...draft.text, reasons } });
    const { id } = await commune.call('reports.sign', {
      period,
      key: { kind: 'app', keyId: key.id, passphrase: PASS },
    });
    await commune.call('reports.export', {
      id,
      target: commune.files.register(join(folder, `${period}.pdf`)),
    });
  }
  const certificate = join(folder, 'commune.pem');
  await commune.call('keys.saveCertificate', { keyId: key.id, target: commune.files.register(certificate) });
  await district.call('trust.add', {
    certificate: district.files.register(certificate),
    unitCode: profile.unit.code,
    from: null,
    to: null,
  });
  const districtKey = await makeKey({
    name: 'Phòng Kinh tế',
    organization: 'Ủy ban nhân dân huyện Nhơn Trạch',
  });
  writeFileSync(
    join(folder, 'district.p12'),
    makeP12(pem(districtKey.certificate), keyPem(districtKey.key), PASS),
  );
  await commune.close();
  await district.close();
}

await make(process.argv[2] ?? '.');
