import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';

/** How many were told of a subject, and how many have acknowledged it. */
export interface SubjectSum {
  readonly subject: string;
  readonly told: number;
  readonly acknowledged: number;
}

/** The subjects in the order in which the entries name them first (the newest first, as lists give them). */
export function subjectSums(communications: readonly StoredEntry[]): SubjectSum[] {
  const sums = new Map<string, SubjectSum>();
  for (const { record } of communications) {
    const subject = String(record.subject ?? '');
    const sum = sums.get(subject) ?? { subject, told: 0, acknowledged: 0 };
    sums.set(subject, {
      subject,
      told: sum.told + 1,
      acknowledged: sum.acknowledged + (record.acknowledgedOn === null ? 0 : 1),
    });
  }
  return [...sums.values()];
}

/** A person of the staff ledger as the list of those told names them. */
export interface Person {
  readonly name: string;
  readonly post: string;
}

/** Staff in post on a day who are not yet on the list of a subject; each person once, whatever their posts. */
export function staffToTell(
  staff: readonly StoredEntry[],
  told: readonly StoredEntry[],
  subject: string,
  day: LocalDate,
): Person[] {
  const same = (text: unknown) =>
    String(text ?? '')
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .trim()
      .toLowerCase();
  const known = new Set(
    told
      .filter(({ record }) => same(record.subject) === same(subject))
      .map(({ record }) => same(record.name)),
  );
  const people: Person[] = [];
  for (const { record } of staff) {
    const { name, post, from, to } = record;
    if (typeof name !== 'string' || known.has(same(name))) continue;
    if (typeof from === 'string' && from > day) continue;
    if (typeof to === 'string' && to < day) continue;
    known.add(same(name));
    people.push({ name, post: typeof post === 'string' ? post : '' });
  }
  return people;
}
