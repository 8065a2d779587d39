import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { P12Signer, PDF, type SubFilter } from '@libpdf/core';
import { keyPem, pem, type TestKey } from './keys.ts';
import { inFolder, makeP12 } from './tools.ts';

// Signatures and stamps as other programs make them, each in a save of its own after the report.

const PASSPHRASE = 'thu';

/** A place on a page in points, origin at the lower left. */
export interface Place {
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** An invisible signature by @libpdf/core. */
export async function signByLibpdf(
  pdf: Uint8Array,
  key: TestKey,
  { at = '2024-03-16T01:00:00Z', subFilter = 'ETSI.CAdES.detached' as SubFilter } = {},
): Promise<Buffer> {
  const signer = await P12Signer.create(
    makeP12(pem(key.certificate), keyPem(key.key), PASSPHRASE),
    PASSPHRASE,
  );
  const document = await PDF.load(pdf);
  const { bytes } = await document.sign({
    signer,
    signingTime: new Date(at),
    subFilter,
    reason: 'Phát hành',
  });
  return Buffer.from(bytes);
}

/** An invisible signature by poppler with a key in an NSS database. */
export function signByPdfsig(pdf: Uint8Array, key: TestKey): Buffer {
  return inFolder((folder) => {
    const path = (name: string): string => join(folder, name);
    const run = (program: string, ...options: string[]): void => {
      execFileSync(program, options, { stdio: 'ignore', env: { ...process.env, HOME: folder } });
    };
    writeFileSync(path('key.p12'), makeP12(pem(key.certificate), keyPem(key.key), PASSPHRASE, '-name', 'vt'));
    writeFileSync(path('in.pdf'), pdf);
    run('certutil', '-N', '-d', folder, '--empty-password');
    run('pk12util', '-i', path('key.p12'), '-d', folder, '-W', PASSPHRASE, '-K', '');
    run('certutil', '-M', '-n', 'vt', '-t', 'CT,CT,CT', '-d', folder);
    const options = [
      '-nssdir',
      folder,
      '-nick',
      'vt',
      '-add-signature',
      '-new-signature-field-name',
      'VanThu',
    ];
    run('pdfsig', ...options, path('in.pdf'), path('out.pdf'));
    return readFileSync(path('out.pdf'));
  });
}

/** A signature with a text that is seen on a page, by PoDoFo. */
export function signByPodofo(pdf: Uint8Array, key: TestKey, place: Place, text: string): Buffer {
  return inFolder((folder) => {
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('c.pem'), pem(key.certificate));
    writeFileSync(path('k.pem'), keyPem(key.key));
    writeFileSync(path('in.pdf'), pdf);
    const mm = (points: number): string => ((points * 25.4) / 72).toFixed(2);
    const top = 841.89 - place.bottom - place.height;
    const position = `${place.page},${mm(place.left)},${mm(top)},${mm(place.width)},${mm(place.height)}`;
    execFileSync(
      'podofosign',
      [
        ...['-in', path('in.pdf'), '-out', path('out.pdf'), '-cert', path('c.pem'), '-pkey', path('k.pem')],
        ...[
          '-digest',
          'SHA256',
          '-annot-position',
          position,
          '-annot-print',
          '-annot-text',
          `0.2,0.2,${text}`,
        ],
      ],
      { stdio: 'ignore' },
    );
    return readFileSync(path('out.pdf'));
  });
}

/** A note with its appearance put on a page by MuPDF: a text (`FreeText`), or any other kind. */
export function noteByMupdf(
  pdf: Uint8Array,
  { page, left, bottom, width, height }: Place,
  text: string,
  subtype = 'FreeText',
): Buffer {
  return inFolder((folder) => {
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('in.pdf'), pdf);
    const top = 841.89 - bottom - height;
    writeFileSync(
      path('note.js'),
      `var doc = new PDFDocument(${JSON.stringify(path('in.pdf'))});
var note = doc.loadPage(${page - 1}).createAnnotation(${JSON.stringify(subtype)});
note.setRect([${left}, ${top}, ${left + width}, ${top + height}]);
note.setContents(${JSON.stringify(text)});
note.update();
doc.save(${JSON.stringify(path('out.pdf'))}, 'incremental');`,
    );
    execFileSync('mutool', ['run', path('note.js')], { stdio: 'ignore' });
    return readFileSync(path('out.pdf'));
  });
}

/** Another title, saved by @libpdf/core as a later save; with a cross-reference stream where asked. */
export async function retitleByLibpdf(pdf: Uint8Array, useXRefStream = false): Promise<Buffer> {
  const document = await PDF.load(pdf);
  document.setTitle('Báo cáo đã chuyển');
  return Buffer.from(await document.save({ incremental: true, useXRefStream }));
}
