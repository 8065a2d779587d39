import type { Dossier } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { OwnObjective, OwnSet } from '#shared/ipc/contract/targets.ts';
import { newOffice, type Office } from '../../unit/application/support/office.ts';
import { plainDossier } from '../../unit/domain/sample-dossier.ts';

export { newOffice, type Office };

export const day = (text: string): LocalDate => text as LocalDate;

let running = 0;

/** Records a dossier of which a test names only what matters. */
export async function record(office: Office, change: Parameters<typeof plainDossier>[0]): Promise<Dossier> {
  running += 1;
  const code = `000.00.40.H19-240102-${String(running).padStart(4, '0')}`;
  const dossier = plainDossier({ code, ...change });
  await office.call('dossiers.save', { id: null, version: null, record: dossier, reason: null });
  return dossier;
}

/** Dossiers resolved on a day: `online` of them came online, the rest in person; all with a field. */
export async function resolved(
  office: Office,
  on: string,
  field: string,
  { online, other }: { readonly online: number; readonly other: number },
): Promise<void> {
  for (let n = 0; n < online + other; n += 1)
    await record(office, {
      field,
      channel: n < online ? 'online' : 'direct',
      receivedOn: on,
      dueOn: on,
      finishedOn: on,
      status: 'finished',
    });
}

export const threshold = (op: '>=' | '>' | '=', basisPoints: number) => ({ op, basisPoints });

export function added(change: Partial<OwnObjective> & { readonly id: string }): OwnObjective {
  return {
    formula: 'dossier.online.resolved.v1',
    filter: null,
    threshold: threshold('>=', 5000),
    striven: false,
    title: { vi: `Mục tiêu ${change.id}`, en: `Objective ${change.id}` },
    sentence: { vi: `Câu của mục tiêu ${change.id}.`, en: `Sentence of objective ${change.id}.` },
    ...change,
  };
}

/** A commune's own set beneath the decision of 2024. */
export function ownSet(change: Partial<OwnSet> = {}): OwnSet {
  return {
    base: 'nhon-trach-2024',
    name: { vi: 'Mục tiêu chất lượng của xã Phước An', en: 'Quality objectives of Phước An' },
    decision: {
      number: '15/QĐ-UBND',
      date: day('2024-03-01'),
      issuer: 'Chủ tịch Ủy ban nhân dân xã Phước An',
    },
    validFrom: day('2023-12-15'),
    validTo: null,
    raised: {},
    added: [],
    ...change,
  };
}

/** The objective of an id in an evaluation. */
export async function figure(office: Office, period: string, id: string, asOf?: string) {
  const { objectives } = await office.call('evaluation.evaluate', {
    period,
    ...(asOf === undefined ? {} : { asOf: day(asOf) }),
  });
  const found = objectives.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no objective ${id} in ${period}`);
  return found;
}
