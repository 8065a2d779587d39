import { beforeAll, describe, expect, it } from 'vitest';
import { initialised, runCli, runFault, runJson } from './support/run-cli.ts';

describe('people', () => {
  const NEW = 'mật khẩu của người mới';
  let data: string;
  beforeAll(async () => {
    data = await initialised();
  });
  const people = (...args: string[]) => ['people', '--data', data, ...args] as const;
  const of = async (login: string) =>
    (await runJson(people())).json.people.find((person) => person.login === login);

  it('are added, changed, retired and brought back, each by who may', async () => {
    const add = people('--add', 'moi', '--name', 'Lê Thị Mới', '--role', 'receiver', '--give', 'sign');
    await runJson(add, { SCL_NEW_PASSPHRASE: NEW });
    expect(await of('moi')).toEqual({
      login: 'moi',
      name: 'Lê Thị Mới',
      role: 'receiver',
      canSignIn: true,
      retiredAt: null,
      given: ['sign'],
      taken: [],
      abilities: ['record', 'export-records', 'sign', 'receive', 'trust-signers', 'restore', 'export-log'],
    });
    const asNew = { SCL_PASSPHRASE: NEW };
    expect(await runFault(people('--user', 'moi', '--retire', 'thu'), asNew)).toMatchObject({
      exit: 77,
      code: 'FORBIDDEN',
      params: { ability: 'manage-people' },
    });
    await runJson(people('--change', 'moi', '--role', 'clerk', '--take', 'record,export-records'));
    expect((await of('moi'))?.abilities).toEqual(['sign']);
    await runJson(people('--retire', 'moi'));
    expect(await of('moi')).toMatchObject({ canSignIn: false, taken: ['record', 'export-records'] });
    expect(await runFault(people('--user', 'moi'), asNew)).toMatchObject({ exit: 77 });
    await runJson(people('--bring-back', 'moi'), { SCL_NEW_PASSPHRASE: NEW });
    expect((await runCli(people('--user', 'moi'), asNew)).stdout).toContain(
      'Lê Thị Mới (moi) · Cán bộ một cửa · bỏ quyền: Ghi, nhập, sửa hồ sơ và sổ',
    );
  }, 120_000);

  it('refuses what it cannot do', async () => {
    expect(await runFault(people('--retire', 'ai'))).toMatchObject({ fieldErrors: { login: 'unknown' } });
    expect(await runFault(people('--add', 'x', '--retire', 'y'))).toMatchObject({ exit: 64 });
    expect(await runFault(people('--change', 'thu', '--give', 'fly'))).toMatchObject({ exit: 64 });
    expect(await runFault(people('--add', 'x', '--name', 'X'), { SCL_NEW_PASSPHRASE: 'ngắn' })).toMatchObject(
      { code: 'RECORD_INVALID' },
    );
  }, 120_000);
});
