import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import type { Hands, Kind } from '../support/kind.ts';

const PERIOD = '2024-Q1';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function exportTo(desk: Hands, id: number): Promise<string> {
  const path = join(desk.places.out, 'bao-cao.pdf');
  await desk.call('reports.export', { id, target: desk.file(path) });
  return path;
}

/** The chairman signs, each time a new revision, and saves the file over the one before. */
export const signing: Kind = {
  async prepare(desk) {
    await desk.call('keys.create', { name: 'Khóa thử', passphrase: TEST_PASSPHRASE });
  },
  async cycle(desk, told) {
    const [key] = await desk.call('keys.list', {});
    if (key === undefined) throw new Error('no key');
    const draft = await desk.call('reports.draft', { period: PERIOD });
    const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã xem.']));
    const { amends } = await desk.call('reports.saveDraft', {
      period: PERIOD,
      text: { ...draft.text, reasons },
    });
    told.about({ signing: true });
    const signed = await desk.call('reports.sign', {
      period: PERIOD,
      key: { kind: 'app', keyId: key.id, passphrase: TEST_PASSPHRASE },
      ...(amends === null ? {} : { amends: amends.sha256, reason: 'Ký lại' }),
    });
    told.done({ signed: signed.sha256 });
    told.about({ exporting: true });
    const path = await exportTo(desk, signed.id);
    told.done({ exported: sha256(readFileSync(path)) });
  },
  async look(desk, { about, done }) {
    const faults: string[] = [];
    const { store } = await desk.backend.workspace();
    const archived = store.reports.list(PERIOD);
    const signed = done.flatMap((line) => (typeof line.signed === 'string' ? [line.signed] : []));
    const under = about.length > done.length && about.at(-1)?.signing === true ? 1 : 0;
    if (archived.length < signed.length || archived.length > signed.length + under)
      faults.push(`${signed.length} reports were signed, ${archived.length} are in the archive`);
    for (const hash of signed)
      if (!archived.some((each) => each.sha256 === hash))
        faults.push(`report ${hash.slice(0, 8)} was signed and is lost`);
    for (const { id, sha256: hash } of archived)
      if (sha256(store.reports.pdf(id) ?? Buffer.alloc(0)) !== hash)
        faults.push(`the file of report ${id} is another`);
    const path = join(desk.places.out, 'bao-cao.pdf');
    const exported = done.some((line) => line.exported !== undefined);
    if (exported && !existsSync(path)) faults.push('the saved file is gone');
    if (existsSync(path)) {
      const hash = sha256(readFileSync(path));
      if (!archived.some((each) => each.sha256 === hash))
        faults.push('the saved file is none of the archive');
      const [checked] = await desk.call('verify.files', { files: [desk.file(path)] });
      if (checked?.verdict === 'invalid') faults.push('the saved file is invalid');
    }
    // What a killed export left is not touched within its first minute.
    for (const name of readdirSync(desk.places.out).filter((each) => each.endsWith('.tmp')))
      utimesSync(join(desk.places.out, name), 0, 0);
    const last = archived.at(-1);
    if (last !== undefined) await exportTo(desk, last.id);
    const left = readdirSync(desk.places.out).filter((name) => name !== 'bao-cao.pdf');
    if (left.length > 0) faults.push(`left beside the saved file: ${left.join(', ')}`);
    return faults;
  },
};
