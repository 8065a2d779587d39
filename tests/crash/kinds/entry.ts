import type { Kind, Line } from '../support/kind.ts';
import { typedDossier } from '../support/lists.ts';
import { pick } from '../support/random.ts';

/** Codes this program gave, with the version needed for the next change. */
const mine = new Map<string, { id: number; version: number }>();

/** A clerk types, changes and takes back; each save is acknowledged before the next. */
export const entry: Kind = {
  async cycle(desk, told, random, cycle) {
    // Rounds may follow each other in one process.
    if (cycle === 0) mine.clear();
    for (let n = 0; n < 20; n += 1) {
      const known = [...mine.keys()];
      const code = known.length > 0 && random() < 0.4 ? pick(random, known) : `GO-${cycle}-${n}`;
      const note = `lần ${cycle}.${n}`;
      const at = mine.get(code) ?? null;
      told.about({ code, note });
      const { dossier } = await desk.call('dossiers.save', {
        id: at?.id ?? null,
        version: at?.version ?? null,
        record: typedDossier(code, note, random),
        reason: null,
      });
      mine.set(code, { id: dossier.id, version: dossier.version });
      told.done({ code, note });
      if (random() < 0.2) {
        const petition = `PA-${cycle}-${n}`;
        told.about({ petition });
        await desk.call('ledgers.save', {
          ledger: 'petitions',
          id: null,
          version: null,
          record: { code: petition, receivedOn: '2024-03-01', subject: 'Trả kết quả chậm', source: 'portal' },
          reason: null,
        });
        told.done({ petition });
      }
    }
  },
  async look(desk, { about, done }) {
    const faults: string[] = [];
    const found = await desk.dossiers();
    const under = about.length > done.length ? about.at(-1) : undefined;
    const last = new Map<string, Line>();
    for (const line of done) if (typeof line.code === 'string') last.set(line.code, line);
    for (const [code, { note }] of last) {
      const now = found.get(code)?.record.note;
      const may = under?.code === code ? [note, under.note] : [note];
      if (!may.includes(now ?? null)) faults.push(`${code} was acknowledged with “${note}” and has “${now}”`);
    }
    for (const code of found.keys())
      if (code.startsWith('GO-') && !last.has(code) && under?.code !== code)
        faults.push(`${code} is there, and nobody asked for it`);
    const { ids } = await desk.call('ledgers.index', { ledger: 'petitions', filter: {} });
    const acknowledged = done.filter(({ petition }) => petition !== undefined).length;
    const more = under?.petition === undefined ? 0 : 1;
    if (ids.length < acknowledged || ids.length > acknowledged + more)
      faults.push(`${acknowledged} petitions were acknowledged, ${ids.length} are there`);
    return faults;
  },
};
