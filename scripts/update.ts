import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Chain } from '#electron/application/update/keys.ts';
import { type Manifest, PLATFORMS } from '#electron/application/update/manifest-form.ts';
import { introduce, makeUpdate } from './make-update.ts';
import { type KeyFile, makeKey, openKey, type UpdateSigner } from './update-signer.ts';

// For whoever publishes versions (docs/packaging.md). The passphrase of the key comes from SCL_UPDATE_PASSPHRASE.
//
//   node scripts/update.ts new-key   --out KEY.json
//   node scripts/update.ts introduce --key OLD.json --next NEW.json --chain CHAIN.json [--from DAY] [--retire]
//   node scripts/update.ts package   --key KEY.json --program FOLDER-or-FILE --version X.Y.Z --out FILE.scl-update
//                                    [--kind folder|single|installer] [--platform linux|win32] [--entry NAME]
//                                    [--chain CHAIN.json] [--notes NOTES.json] [--day YYYY-MM-DD]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    key: { type: 'string' },
    next: { type: 'string' },
    chain: { type: 'string' },
    from: { type: 'string' },
    retire: { type: 'boolean' },
    program: { type: 'string' },
    version: { type: 'string' },
    kind: { type: 'string', default: 'folder' },
    platform: { type: 'string', default: process.platform },
    entry: { type: 'string' },
    notes: { type: 'string' },
    day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});

const passphrase = process.env.SCL_UPDATE_PASSPHRASE ?? '';

function needed(name: 'out' | 'key' | 'next' | 'chain' | 'program' | 'version'): string {
  const value = values[name];
  if (value === undefined) throw new RangeError(`--${name} is missing`);
  return value;
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const chainOf = (path: string | undefined): Chain =>
  path !== undefined && existsSync(path) ? readJson<Chain>(path) : [];
const signer = (): UpdateSigner => openKey(readJson<KeyFile>(needed('key')), passphrase);

function newKey(): string {
  if (passphrase.length < 12) throw new RangeError('SCL_UPDATE_PASSPHRASE needs at least 12 characters');
  const file = makeKey(passphrase);
  writeFileSync(needed('out'), `${JSON.stringify(file, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  return `public key, for "updateKeys" of package.json:\n${file.publicKey}`;
}

function introduceKey(): string {
  const old = signer();
  const { publicKey } = readJson<KeyFile>(needed('next'));
  const link = introduce(old, publicKey, values.from ?? values.day, values.retire ? [old.id] : []);
  const links = [...chainOf(values.chain), link];
  writeFileSync(needed('chain'), `${JSON.stringify(links, null, 2)}\n`);
  return `${links.length} links; the public key belongs into "updateKeys" of package.json too:\n${publicKey}`;
}

function makePackage(): string {
  const platform = PLATFORMS.find((each) => each === values.platform);
  if (platform === undefined) throw new RangeError(`--platform is one of ${PLATFORMS.join(', ')}`);
  const program = needed('program');
  const kind = values.kind as Manifest['kind'];
  const usual = platform === 'win32' ? 'Sổ Chất Lượng.exe' : 'so-chat-luong';
  const entry = values.entry ?? (kind === 'folder' ? usual : (program.split(/[\\/]/).at(-1) ?? ''));
  const { version, files } = makeUpdate({
    from: program,
    out: needed('out'),
    about: {
      version: needed('version'),
      releasedOn: values.day,
      platform,
      arch: 'x64',
      kind,
      entry,
      notes: values.notes === undefined ? { vi: '', en: '' } : readJson(values.notes),
    },
    signer: signer(),
    chain: chainOf(values.chain),
  });
  return `${needed('out')}: version ${version}, ${files.length} files`;
}

const deeds: Readonly<Record<string, () => string>> = {
  'new-key': newKey,
  introduce: introduceKey,
  package: makePackage,
};
try {
  const deed = deeds[positionals[0] ?? ''];
  if (deed === undefined) throw new RangeError(`one of ${Object.keys(deeds).join(', ')}`);
  process.stdout.write(`${deed()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 64;
}
