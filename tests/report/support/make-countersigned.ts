// node tests/report/support/make-countersigned.ts FOLDER [REPORT.pdf]
// Files as a receiver gets them, for looking at the window: countersigned, covered, cut short; and the certificates.
// They are made of a signed report, of the sample's where none is given.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { mapPages } from '#electron/report/verify/later/page-map.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import { makeKey, pem } from './keys.ts';
import { noteByMupdf, type Place, signByLibpdf } from './other-programs.ts';
import { resources, sampleReport } from './sample-report.ts';

async function make(folder: string, given: string | null): Promise<void> {
  const [leader, agency] = await Promise.all([
    makeKey(),
    makeKey({ type: 'RSA', name: 'Ủy ban nhân dân xã Phước An' }),
  ]);
  const report =
    given === null
      ? await makeSignedReport(
          { ...sampleReport(), document: { number: null, date: null } },
          leader,
          resources,
        )
      : readFileSync(given);
  const [first] = mapPages(readPdfFile(report));
  const place = (beginning: string): Place => {
    const line = first?.texts.find(({ text }) => text.startsWith(beginning));
    if (!line) throw new Error(`no line ${beginning}`);
    const { left, right, bottom, top } = line;
    return { page: 1, left, bottom: bottom + 2, width: right - left, height: top - bottom - 3 };
  };
  const save = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, name), bytes);
  const at = '2024-03-18T02:00:00Z';
  save('leader.pem', pem(leader.certificate));
  save('agency.pem', pem(agency.certificate));
  save(
    'ky-dong-dau.pdf',
    await signByLibpdf(noteByMupdf(report, place('Số:'), '05/BC-UBND'), agency, { at }),
  );
  const covered = noteByMupdf(report, place('Số hồ sơ đã giải quyết'), 'x');
  save('che-so-lieu.pdf', await signByLibpdf(covered, agency, { at }));
  save('tai-do.pdf', report.subarray(0, report.length >> 1));
}

await make(process.argv[2] ?? '.', process.argv[3] ?? null);
