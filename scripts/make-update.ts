import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Chain, Introduction, UpdateKey } from '#electron/application/update/keys.ts';
import { type Manifest, manifest } from '#electron/application/update/manifest-form.ts';
import { PARTS } from '#electron/application/update/package.ts';
import { sha256Hex } from '#electron/common/sha256.ts';
import type { UpdateSigner } from './update-signer.ts';
import { ZipWriter } from './zip-writer.ts';

/** What a package is made of. */
export interface UpdateParts {
  /** The unpacked program (`folder`), or the one file of the other kinds. */
  readonly from: string;
  readonly out: string;
  readonly about: Pick<Manifest, 'version' | 'releasedOn' | 'platform' | 'arch' | 'kind' | 'entry' | 'notes'>;
  readonly signer: UpdateSigner;
  /** Introductions that lead from older keys to the signer's. */
  readonly chain: Chain;
  /** Off: files are stored as they are, which is quicker; for tests. */
  readonly packed?: boolean;
}

/** Makes and signs a package; the manifest that was signed. Throws ZodError where it would not be accepted. */
export function makeUpdate({ from, out, about, signer, chain, packed = true }: UpdateParts): Manifest {
  const single = statSync(from).isFile();
  const paths = single ? [basename(from)] : filesIn(from, '');
  const read = (path: string) => readFileSync(single ? from : join(from, path));
  const signed: Manifest = manifest.parse({
    format: 'scl-update',
    formatVersion: 1,
    ...about,
    files: paths.map((path) => {
      const bytes = read(path);
      return {
        path,
        size: bytes.length,
        sha256: sha256Hex(bytes),
        executable: path === about.entry || isExecutable(single ? from : join(from, path)),
      };
    }),
  });
  const bytes = Buffer.from(`${JSON.stringify(signed, null, 2)}\n`, 'utf8');
  const zip = new ZipWriter(out);
  zip.add(PARTS.manifest, bytes);
  zip.add(PARTS.signature, Buffer.from(`${signer.id} ${signer.sign(bytes).toString('base64')}\n`));
  if (chain.length > 0) zip.add(PARTS.keys, Buffer.from(JSON.stringify(chain)));
  for (const path of paths) zip.add(PARTS.files + path, read(path), packed);
  zip.close();
  return signed;
}

/** The holder of a key introduces the next one: a link for the chain of later packages. */
export function introduce(
  signer: UpdateSigner,
  next: UpdateKey,
  from: string,
  retires: readonly string[],
): Chain[number] {
  const said: Introduction = {
    format: 'scl-update-key',
    formatVersion: 1,
    key: next,
    from,
    retires: [...retires],
  };
  const statement = Buffer.from(JSON.stringify(said), 'utf8');
  return {
    statement: statement.toString('base64'),
    by: signer.id,
    signature: signer.sign(statement).toString('base64'),
  };
}

/** Paths of all files below a folder, with `/`, sorted. Later versions that lie in it are no part of the program. */
function filesIn(root: string, folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (path === 'versions') continue;
    if (entry.isDirectory()) found.push(...filesIn(root, path));
    else if (entry.isFile()) found.push(path);
    else throw new RangeError(`neither file nor folder: ${path}`);
  }
  return found.sort();
}

function isExecutable(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o100) !== 0;
}
