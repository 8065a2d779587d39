import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { launchUnderNode } from '#electron/token/node-launcher.ts';
import { TOKEN_LIMITS } from '#electron/token/token-process.ts';
import { openToken, type TokenChoice } from '#electron/token/token-signer.ts';
import { makeKey, pem, type TestKey, trusting } from '../report/support/keys.ts';
import { resources, sampleReport } from '../report/support/sample-report.ts';
import { opensslVerify } from '../report/support/tools.ts';
import {
  makeToken,
  makeUnruly,
  newTokenFolder,
  PIN,
  removeTokenFolders,
  SOFTHSM,
} from './support/soft-token.ts';

const NOW = '2024-04-01T02:00:00Z';

describe.skipIf(SOFTHSM === undefined)('an unruly token', () => {
  const folder = newTokenFolder();
  const library = SOFTHSM === undefined ? null : makeUnruly(folder);
  let key: TestKey;
  let rsa: TestKey;
  const mode = (name: string, work: () => Promise<void>) => async (context: TestContext) => {
    if (library === null) context.skip('there is no C compiler (cc) on this machine');
    process.env.UNRULY_MODE = name;
    try {
      await work();
    } finally {
      delete process.env.UNRULY_MODE;
    }
  };
  const open = (signer: TestKey, more: Partial<TokenChoice> = {}, limits = TOKEN_LIMITS) =>
    openToken(
      launchUnderNode,
      {
        driver: library ?? '',
        slot: null,
        certificate: signer.sha256,
        pin: PIN,
        finalTry: false,
        ...more,
      },
      NOW,
      limits,
    );

  beforeAll(async () => {
    key = await makeKey({ name: 'Khóa EC' });
    rsa = await makeKey({ name: 'Khóa RSA', type: 'RSA' });
    makeToken(folder, 'Khó tính', [key, rsa]);
  }, 60_000);
  afterAll(removeTokenFolders);

  for (const where of ['load', 'list', 'login']) {
    it(
      `that crashes (${where}) costs nothing but its process`,
      mode(`crash-${where}`, async () => {
        await expect(open(key)).rejects.toMatchObject({ code: 'TOKEN_CRASHED' });
      }),
    );
  }

  it(
    'that crashes while signing leaves no file',
    mode('crash-sign', async () => {
      const signer = await open(key);
      await expect(makeSignedReport(sampleReport(), signer, resources)).rejects.toMatchObject({
        code: 'TOKEN_CRASHED',
      });
      await signer.close();
    }),
  );

  for (const where of ['load', 'login']) {
    it(
      `that hangs (${where}) is ended when its time is up`,
      mode(`hang-${where}`, async () => {
        // Only the step that hangs is short of time: a busy machine may need long for the others.
        const limits = where === 'load' ? { list: 2000, sign: 60_000 } : { list: 60_000, sign: 2000 };
        await expect(open(key, {}, limits)).rejects.toMatchObject({
          code: 'TOKEN_TIMEOUT',
          params: { seconds: 2 },
        });
      }),
    );
  }

  it(
    'that signs with another key than its certificate says is not believed',
    mode('wrong-signature', async () => {
      const signer = await open(key);
      await expect(signer.sign(Buffer.from('a'))).rejects.toMatchObject({ code: 'TOKEN_FAULT' });
      await signer.close();
    }),
  );

  it(
    'without PSS signs the older form, which the check labels',
    mode('no-pss', async () => {
      const signer = await open(rsa);
      const pdf = await makeSignedReport(sampleReport(), signer, resources);
      await signer.close();
      const checked = await verifyReport(pdf, {
        trust: trusting(rsa),
        now: NOW,
        comparePages: false,
        resources,
      });
      expect(checked.verdict).toBe('valid');
      expect(checked.reasons.map(({ code }) => code)).toContain('OLDER_ALGORITHM');
      expect(opensslVerify(pdf, pem(rsa.certificate))).toBe(0);
    }),
  );

  it(
    'that asks for the PIN at every signature gets it',
    mode('ask-again', async () => {
      const signer = await open(rsa);
      await signer.sign(Buffer.from('a'));
      expect(readFileSync(join(folder, 'tries'), 'utf8')).toBe('100');
      await signer.sign(Buffer.from('b'));
      await signer.close();
      rmSync(join(folder, 'tries'));
    }),
  );

  it(
    'is not asked at its last try unless that is wanted, and never when it is locked',
    mode('count', async () => {
      const tries = () => readFileSync(join(folder, 'tries'), 'utf8');
      const wrong = { pin: '000000' };
      await expect(open(key, wrong)).rejects.toMatchObject({
        code: 'TOKEN_PIN_WRONG',
        params: { reason: 'low' },
      });
      await expect(open(key, wrong)).rejects.toMatchObject({
        code: 'TOKEN_PIN_WRONG',
        params: { reason: 'final-try' },
      });
      await expect(open(key)).rejects.toMatchObject({ code: 'TOKEN_PIN_FINAL_TRY' });
      expect(tries()).toBe('2');
      await (await open(key, { finalTry: true })).close();
      expect(tries()).toBe('0');
      writeFileSync(join(folder, 'tries'), '2');
      await expect(open(key, { ...wrong, finalTry: true })).rejects.toMatchObject({
        code: 'TOKEN_PIN_LOCKED',
      });
      expect(tries()).toBe('3');
      await expect(open(key, { finalTry: true })).rejects.toMatchObject({ code: 'TOKEN_PIN_LOCKED' });
      expect(tries()).toBe('3');
      rmSync(join(folder, 'tries'));
    }),
  );
});
