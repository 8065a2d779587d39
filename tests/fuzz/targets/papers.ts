import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyByPassphrase, makeKeyring } from '#electron/application/access/keyring.ts';
import { readKeyringFile } from '#electron/application/access/keyring-file.ts';
import { openReceipt, receiptCode, sealReceipt } from '#electron/application/receiver/seal-receipt.ts';
import { readUnitsFile } from '#electron/application/receiver/units-list.ts';
import { loadTrust } from '#electron/application/reports/trust-folder.ts';
import { readSetFile } from '#electron/application/targets/set-files.ts';
import { readProfile } from '#electron/cli/commands/init.ts';
import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { createAppKey, openAppKey } from '#electron/report/sign/app-key.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import { sealHandOver } from '#electron/report/sign/seal-hand-over.ts';
import { readCrl } from '#electron/report/verify/crl.ts';
import { openHandOver } from '#electron/report/verify/open-hand-over.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { HAND_OVER_FORMAT, HAND_OVER_VERSION } from '#shared/keys/hand-over.ts';
import { RECEIPT_FORMAT, RECEIPT_VERSION, type ReceiptV1 } from '#shared/receiver/receipt.ts';
import { asUnitsFile } from '#shared/receiver/units.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { makeKey, pem } from '../../report/support/keys.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';
import { mutateBytes } from '../support/mutate-bytes.ts';
import { mutateDer } from '../support/mutate-der.ts';
import { mutateJson } from '../support/mutate-json.ts';
import type { Random } from '../support/random.ts';
import { codeOf, outcome, type Target } from '../support/target.ts';

const root = new URL('../../../', import.meta.url);
const file = (path: string): Buffer => readFileSync(new URL(path, root));
const NOW = '2024-03-20T00:00:00Z';
const JSON_WORDS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  'null',
  '1e999',
  '-0',
  '\\u0000',
  '\\ud800',
  '\ufeff',
  '"__proto__":',
  '[['.repeat(5000),
];

/** Small files that people hand over: answers, notes, profiles, sets, lists of units, keyrings, certificates, keys. */
export function paperTargets(): Record<string, () => Promise<Target>> {
  return {
    receipt: async () => {
      const seed = await aReceipt();
      return pure(seed, mutateCanonical, (bytes) => {
        const opened = openReceipt(bytes);
        if (!('fault' in opened) && !bytes.equals(seed)) throw new Error('an altered answer stands');
        return 'fault' in opened ? opened.fault : 'read';
      });
    },
    'hand over': async () => {
      const seed = await aHandOver();
      return pure(seed, mutateCanonical, (bytes) => {
        const opened = openHandOver(bytes);
        if (!('fault' in opened) && !bytes.equals(seed)) throw new Error('an altered note stands');
        return 'fault' in opened ? opened.fault : 'read';
      });
    },
    profile: async () => onDisk(file('resources/sample/profile.json'), mutateText, readProfile),
    'target set': async () => onDisk(file('resources/targets/nhon-trach-2024.json'), mutateText, readSetFile),
    units: async () => {
      const units = asUnitsFile([
        {
          code: '26503',
          name: 'Xã Phước An',
          level: 'commune',
          from: null,
          to: localDate(2025, 6, 30),
          keys: [],
        },
        {
          code: '26503',
          name: 'Xã Đại Phước',
          level: 'commune',
          from: localDate(2025, 7, 1),
          to: null,
          keys: ['ab'.repeat(32)],
        },
      ]);
      const table = Buffer.from(
        'Mã đơn vị;Tên đơn vị;Cấp;Từ ngày;Đến ngày;Dấu vân tay\n26503;Xã Phước An;xã;01/01/2024;;\n26504;Huyện;huyện;;;\n',
      );
      return onDisk([Buffer.from(JSON.stringify(units)), table], mutateText, readUnitsFile);
    },
    keyring: async () => {
      const people = [{ login: 'thu', name: 'Nguyễn Văn Thử', passphrase: TEST_PASSPHRASE }];
      const { keyring } = await makeKeyring(people, CHEAP, false);
      return onDisk(
        Buffer.from(JSON.stringify(keyring)),
        // Costs that a keyring may ask for are tried by hand: each try would take seconds.
        (bytes, random) => {
          const changed = mutateText(bytes, random);
          return /"(?:N|r|p)":\d{2,}/.test(changed.toString('latin1')) ? bytes : changed;
        },
        async (path) => {
          const read = readKeyringFile(path);
          const key = await keyByPassphrase(read, 'thu', TEST_PASSPHRASE);
          if (key.length !== 32) throw new Error('a key of another length');
        },
      );
    },
    certificate: async () => {
      const key = await makeKey();
      const rsa = await makeKey({ type: 'RSA', authority: true });
      const run = async (path: string): Promise<void> => void loadTrust(path, NOW);
      return onDisk(
        [key.certificate, rsa.certificate, Buffer.from(pem(key.certificate))],
        mutateDerOrPem,
        run,
      );
    },
    crl: async () => {
      const seed = await aCrl();
      return inTrustFolder(
        seed,
        'thu-hoi.crl',
        (bytes, random) =>
          random.chance(0.8) ? mutateDer(bytes, random) : mutateBytes(bytes, JSON_WORDS, random),
        () => readCrl(seed),
      );
    },
    'trust folder': async () => {
      const { sha256 } = readCertificate((await makeKey()).certificate);
      const list = [
        { sha256, unitCode: '26503', from: '2024-01-01', to: null, note: 'Phước An' },
        { certificate: 'ca.pem', unitCode: null, revokedOn: '2024-05-01' },
      ];
      return inTrustFolder(Buffer.from(JSON.stringify(list)), 'enrolments.json', mutateText);
    },
    p12: async () => {
      const passphrase = 'khóa thử';
      return {
        seeds: [file('tests/fixtures/report/ec.p12'), file('tests/fixtures/report/rsa.p12')],
        mutate: (bytes, random) =>
          random.chance(0.7) ? mutateDer(bytes, random) : mutateBytes(bytes, JSON_WORDS, random),
        run: (bytes) => outcome(() => openP12(bytes, passphrase, NOW)),
      };
    },
    'app key': async () => {
      const key = await createAppKey(
        { name: 'Chủ tịch', unitName: 'Xã Phước An', unitCode: '26503' },
        'mật khẩu',
        NOW,
      );
      const cheap = Buffer.from(key.envelope.toString('utf8').replace(/"N":\d+/, '"N":16384'));
      return pure(cheap, mutateText, (bytes) =>
        outcome(() => openAppKey({ ...key, envelope: bytes }, 'mật khẩu', NOW)),
      );
    },
  };
}

/** One of them by its name, for those who build on it. */
export async function makePaper(name: string): Promise<Target> {
  const make = paperTargets()[name];
  if (make === undefined) throw new RangeError(`no paper ${name}`);
  return make();
}

function pure(seed: Buffer, mutate: Target['mutate'], run: Target['run']): Target {
  return { seeds: [seed], mutate, run };
}

function onDisk(seed: Buffer | Buffer[], mutate: Target['mutate'], read: (path: string) => unknown): Target {
  const folder = mkdtempSync(join(tmpdir(), 'scl-fuzz-'));
  const path = join(folder, 'tep');
  return {
    seeds: Array.isArray(seed) ? seed : [seed],
    mutate,
    async run(bytes) {
      writeFileSync(path, bytes);
      return outcome(() => read(path));
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function inTrustFolder(seed: Buffer, name: string, mutate: Target['mutate'], prove?: () => unknown): Target {
  const folder = mkdtempSync(join(tmpdir(), 'scl-fuzz-'));
  mkdirSync(join(folder, 'trust'));
  writeFileSync(join(folder, 'trust', 'ca.pem'), file('tests/fixtures/report/ec.pem'));
  prove?.();
  return {
    seeds: [seed],
    mutate,
    async run(bytes) {
      writeFileSync(join(folder, 'trust', name), bytes);
      try {
        loadTrust(join(folder, 'trust'), NOW);
        return 'read';
      } catch (error) {
        return codeOf(error);
      }
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mutateText(bytes: Buffer, random: Random): Buffer {
  return random.chance(0.7)
    ? Buffer.from(mutateJson(bytes.toString('utf8'), random), 'utf8')
    : mutateBytes(bytes, JSON_WORDS, random);
}

/** Half of the changes stay canonical, so that they reach the signature behind the form. */
function mutateCanonical(bytes: Buffer, random: Random): Buffer {
  const changed = mutateText(bytes, random);
  try {
    const value = JSON.parse(changed.toString('utf8')) as { signature?: string };
    if (typeof value.signature === 'string' && random.chance(0.5))
      value.signature = mutateDer(Buffer.from(value.signature, 'base64'), random).toString('base64');
    return random.chance(0.7) ? Buffer.from(canonicalJson(value), 'utf8') : changed;
  } catch {
    return changed;
  }
}

function mutateDerOrPem(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1');
  if (!text.startsWith('-----') || random.chance(0.3))
    return random.chance(0.8)
      ? mutateDer(bytes, random)
      : mutateBytes(bytes, ['-----BEGIN CERTIFICATE-----', '-----END'], random);
  const der = mutateDer(Buffer.from(text.replace(/-----.*-----|\s/g, ''), 'base64'), random);
  return Buffer.from(pem(der));
}

async function aReceipt(): Promise<Buffer> {
  const signer = await makeKey();
  const sha256 = createHash('sha256').update('một báo cáo').digest('hex');
  const receipt: ReceiptV1 = {
    format: RECEIPT_FORMAT,
    version: RECEIPT_VERSION,
    report: {
      id: 'BC-26503-2024-Q1',
      revision: 1,
      sha256,
      period: '2024-Q1',
      unit: { code: '26503', name: 'Xã Phước An' },
    },
    verdict: 'returned',
    reasons: [{ where: '2.3', text: 'Số liệu chưa khớp.' }],
    receiver: { code: '742', name: 'Huyện Nhơn Trạch' },
    issuedAt: '2024-03-18T02:00:00Z',
    code: receiptCode(sha256, 'returned', 'Huyện Nhơn Trạch'),
  };
  return sealReceipt(receipt, signer);
}

async function aHandOver(): Promise<Buffer> {
  const [old, next] = await Promise.all([makeKey(), makeKey({ name: 'Người kế nhiệm' })]);
  return sealHandOver(
    {
      format: HAND_OVER_FORMAT,
      version: HAND_OVER_VERSION,
      unit: { code: '26503', name: 'Xã Phước An' },
      retiring: old.sha256,
      lastDay: localDate(2024, 6, 30),
      successor: { sha256: next.sha256, certificate: next.certificate.toString('base64') },
      firstDay: localDate(2024, 7, 1),
      reason: 'Chủ tịch nghỉ hưu',
      signedAt: '2024-06-20T02:00:00Z',
    },
    old,
  );
}

async function aCrl(): Promise<Buffer> {
  const x509 = await import('@peculiar/x509');
  const issuer = await makeKey({ authority: true });
  const crl = await x509.X509CrlGenerator.create({
    issuer: issuer.x509.subject,
    thisUpdate: new Date('2024-01-01T00:00:00Z'),
    nextUpdate: new Date('2024-12-31T00:00:00Z'),
    entries: [{ serialNumber: '0102', revocationDate: new Date('2024-02-01T00:00:00Z') }],
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' } as never,
    signingKey: issuer.pair.privateKey as never,
  });
  return Buffer.from(crl.rawData);
}
