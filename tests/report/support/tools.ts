import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import { readSignatureField } from '#electron/report/verify/signature-field.ts';

/** Runs `work` with a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'scl-report-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text of a PDF by poppler, one line per line of the page; page breaks as form feeds. */
export function pdftotext(pdf: Uint8Array, ...options: string[]): string {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftotext', [...options, '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
  });
}

/** The same in reading order with blanks run together, for finding sentences. */
export function flatText(pdf: Uint8Array): string {
  return pdftotext(pdf, '-raw').replace(/[\s\u00a0]+/gu, ' ');
}

export function pdfsig(pdf: Uint8Array): string {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdfsig', ['-nocert', file], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
  });
}

/** `openssl cms -verify` over the signed bytes, with the certificate as its only root. Returns the exit code. */
export function opensslVerify(pdf: Buffer, certificatePem: string): number | null {
  const { cms, signedParts } = readSignatureField(readPdfFile(pdf));
  return inFolder((folder) => {
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('cms.der'), cms);
    writeFileSync(path('content'), Buffer.concat(signedParts));
    writeFileSync(path('ca.pem'), certificatePem);
    return spawnSync('openssl', [
      'cms',
      '-verify',
      '-binary',
      '-cades',
      '-inform',
      'DER',
      '-in',
      path('cms.der'),
      '-content',
      path('content'),
      '-CAfile',
      path('ca.pem'),
      '-partial_chain',
      '-purpose',
      'any',
      '-out',
      path('out'),
    ]).status;
  });
}

/** A .p12 made by openssl; `options` such as `-legacy`. */
export function makeP12(
  certificatePem: string,
  privateKeyPem: string,
  passphrase: string,
  ...options: string[]
): Buffer {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'c.pem'), certificatePem);
    writeFileSync(join(folder, 'k.pem'), privateKeyPem);
    return execFileSync(
      'openssl',
      [
        'pkcs12',
        '-export',
        '-in',
        join(folder, 'c.pem'),
        '-inkey',
        join(folder, 'k.pem'),
        '-passout',
        'env:SCL_TEST_PASS',
        ...options,
      ],
      { env: { ...process.env, SCL_TEST_PASS: passphrase }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
  });
}

/** Texts of all QR codes on the pages, as a scanner reads them from paper printed at 150 dots an inch. */
export function scanCodes(pdf: Uint8Array): string[] {
  return inFolder((folder) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-r', '150', '-gray', file, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.flatMap((name) => {
      const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', name], {
        cwd: folder,
        encoding: 'utf8',
      });
      return stdout.split('\n').filter((line) => line !== '');
    });
  });
}
