import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from '#electron/application/receiver/gather.ts';
import { signConsolidated } from '#electron/application/receiver/sign-consolidated.ts';
import { reasonText } from '#electron/application/reports/verify-files.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { profile } from '../../contract/support/valid-inputs.ts';
import { gatherRequest, NOW, signed, unit } from '../../receiver/support/communes.ts';
import { makeKey, type TestKey, trusting } from '../../report/support/keys.ts';
import { objectWith, rebuild } from '../../report/support/rebuild.ts';
import { resources, resourcesDir, sampleReport } from '../../report/support/sample-report.ts';
import { mutateJson } from '../support/mutate-json.ts';
import type { Random } from '../support/random.ts';
import type { Target } from '../support/target.ts';

/** Every so many inputs the pages are drawn again from the data as well, which takes most of a check. */
const PAGES_EVERY = 12;

/**
 * The data inside signed files, changed and signed again by the same trusted key, so that the change reaches what stands
 * behind the signature: schema, recheck, page.
 */
export function dataTargets(): Record<string, () => Promise<Target>> {
  return {
    'report data': async () => {
      const key = await makeKey();
      return resigned(await makeSignedReport(sampleReport(), key, resources), key, '2024-03-20T00:00:00Z');
    },
    'consolidated data': async () => {
      const key = await makeKey({ name: 'Phòng Kinh tế' });
      return resigned(await aConsolidated(key), key, NOW);
    },
  };
}

function resigned(pdf: Buffer, key: TestKey, now: string): Target {
  let honest = '';
  rebuild(pdf, (objects) => {
    honest = objectWith(objects, '/Type /EmbeddedFile').stream?.toString('utf8') ?? '';
  });
  let turn = 0;
  return {
    seeds: [Buffer.from(honest)],
    mutate: mutateCanonicalData,
    async run(bytes) {
      const loose = rebuild(pdf, (objects) => {
        const attachment = objectWith(objects, '/Type /EmbeddedFile');
        attachment.stream = bytes;
        attachment.head = attachment.head.replace(/\/Size \d+/, `/Size ${bytes.length}`);
      });
      turn += 1;
      const { verdict, reasons } = await verifyReport(await signPdf(loose, key), {
        trust: trusting(key),
        now,
        comparePages: turn % PAGES_EVERY === 0,
        resources,
      });
      for (const reason of reasons)
        for (const language of ['vi', 'en'] as const)
          if (reasonText(reason, language).trim() === '') throw new Error(`no words for ${reason.code}`);
      return `${verdict} ${reasons[0]?.code ?? ''}`;
    },
  };
}

/** Most changes stay canonical: what is not is refused at the door. */
function mutateCanonicalData(bytes: Buffer, random: Random): Buffer {
  const before = bytes.toString('utf8');
  const text = random.chance(0.6) ? withOtherLeaf(before, random) : mutateJson(before, random);
  if (random.chance(0.05)) return Buffer.from(text, 'utf8');
  try {
    return Buffer.from(canonicalJson(JSON.parse(text)), 'utf8');
  } catch {
    return Buffer.from(text, 'utf8');
  }
}

const NUMBERS = [0, 1, 2, 99, 100, 10_000, 2 ** 31, 2 ** 53 - 1];
const TEXTS = [
  '',
  ' ',
  'a',
  '\u202e',
  '\u200b',
  '=1+1',
  '<b>',
  'ế'.repeat(300),
  'x'.repeat(900),
  '\n\n',
  '2024-Q1',
  'met',
  '𝕏',
  'e\u0301',
];

/** One number or text becomes another of its kind, so that most of what the schema asks for still holds. */
function withOtherLeaf(text: string, random: Random): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const leaves: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (node: unknown, depth: number): void => {
    if (node === null || typeof node !== 'object' || depth > 50) return;
    for (const [key, member] of Object.entries(node)) {
      if (typeof member === 'number' || typeof member === 'string')
        leaves.push({ holder: node as Record<string, unknown>, key });
      else walk(member, depth + 1);
    }
  };
  walk(value, 0);
  if (leaves.length === 0) return text;
  const { holder, key } = random.pick(leaves);
  const old = holder[key];
  if (typeof old === 'number')
    holder[key] = random.chance(0.5) ? old + random.pick([1, -1]) : random.pick(NUMBERS);
  else holder[key] = random.chance(0.3) ? `${String(old)}${random.pick(TEXTS)}` : random.pick(TEXTS);
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deeply to be written again.
    return text;
  }
}

async function aConsolidated(key: TestKey): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'scl-fuzz-'));
  try {
    const commune = await makeKey({ name: 'Xã' });
    const units = ['Phước An', 'Long Thọ', 'Vĩnh Thanh'].map((place, at) =>
      unit(String(26500 + at), `Ủy ban nhân dân xã ${place}`),
    );
    for (const [at, { code, name }] of units.slice(0, 2).entries())
      writeFileSync(join(folder, `${code}.pdf`), await signed({ code, name, seed: at + 1 }, commune));
    const gathering = await gather(
      gatherRequest({
        paths: [folder],
        units,
        trust: trusting(commune),
      }),
    );
    const { users: _users, ...commoner } = profile;
    return await signConsolidated(
      gathering,
      {
        profile: {
          ...commoner,
          unit: { ...profile.unit, code: '742', name: 'Ủy ban nhân dân huyện Nhơn Trạch', kind: 'huyen' },
          receiver: { to: 'Ủy ban nhân dân tỉnh Đồng Nai', through: null },
        },
        number: null,
        date: null,
        version: '0.1.0',
        sample: false,
        createdAt: '2025-09-25T02:00:00Z',
        resourcesDir,
      },
      key,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
