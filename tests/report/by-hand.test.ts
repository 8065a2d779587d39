import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { makeKey, pem, type TestKey } from './support/keys.ts';
import { signByLibpdf } from './support/other-programs.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { inFolder, pdftotext } from './support/tools.ts';

// The commands of docs/verify-by-hand.md as they stand there, in one shell one after the other.

const page = readFileSync(new URL('../../docs/verify-by-hand.md', import.meta.url), 'utf8');
const commands = [...page.matchAll(/<!-- run -->\n```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);

let leader: TestKey;
let agency: TestKey;
let report: Buffer;
beforeAll(async () => {
  [leader, agency] = await Promise.all([makeKey(), makeKey({ type: 'RSA' })]);
  report = await makeSignedReport(sampleReport(), leader, resources);
});

/** What each block of commands says; `marks` part them. */
function follow(pdf: Buffer, certificate: Buffer): { blocks: string[]; data: string; status: number | null } {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'bao-cao.pdf'), pdf);
    writeFileSync(join(folder, 'chung-thu.pem'), pem(certificate));
    const script = commands.join('\necho; echo =====\n');
    const { stdout, stderr, status } = spawnSync('sh', ['-c', `exec 2>&1\n${script}`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    const data = readFileSync(join(folder, 'bao-cao.json'), 'utf8');
    return { blocks: `${stdout}${stderr}`.split('=====\n'), data, status };
  });
}

describe('a report checked by hand', () => {
  it('the page has a block for each step', () => {
    expect(commands).toHaveLength(5);
  });

  it('an honest report: every step says what the page promises', () => {
    const { blocks, data, status } = follow(report, leader.certificate);
    expect(status).toBe(0);
    expect(blocks[0]).toMatch(/Signature is Valid/);
    expect(blocks[0]).toMatch(/- Total document signed/);
    const prints = [...(blocks[1] ?? '').matchAll(/Fingerprint=([0-9A-F:]+)/gi)].map(([, print]) => print);
    expect(prints).toHaveLength(2);
    expect(prints[0]).toBe(prints[1]);
    expect(blocks[2]).toMatch(/Verification successful/);
    expect(blocks[3]).toMatch(/1 embedded files[\s\S]*bao-cao\.json/);
    expect(JSON.parse(data)).toEqual(sampleReport());
    const [, hash = ''] = /^([0-9a-f]{64}) {2}bao-cao\.json$/m.exec(blocks[3] ?? '') ?? [];
    expect(pdftotext(report).replace(/\s/g, '')).toContain(hash);
    expect(hash).toHaveLength(64);
  });

  it('a countersigned one: the first signature is not over all; the part cut off is', async () => {
    const { blocks } = follow(await signByLibpdf(report, agency), leader.certificate);
    expect(blocks[0]).toMatch(/Not total document signed/);
    expect(blocks[2]).toMatch(/Verification successful/);
    expect(blocks[4]).toMatch(/Signature is Valid/);
    expect(blocks[4]).toMatch(/- Total document signed/);
  });

  it('a changed one, and another signer, are seen', () => {
    const changed = Buffer.from(report);
    const at = changed.indexOf('/Type /Page\n', 0, 'latin1') + 30;
    changed[at] = (changed[at] ?? 0) ^ 1;
    const broken = follow(changed, leader.certificate);
    expect(broken.blocks[0]).not.toMatch(/Signature is Valid/);
    expect(broken.blocks[2]).not.toMatch(/Verification successful/);
    const strange = follow(report, agency.certificate);
    const prints = [...(strange.blocks[1] ?? '').matchAll(/Fingerprint=([0-9A-F:]+)/gi)].map(
      ([, print]) => print,
    );
    expect(prints[0]).not.toBe(prints[1]);
    expect(strange.blocks[2]).not.toMatch(/Verification successful/);
  });
});
