import type { Catalogue } from '../i18n/catalogue.ts';
import { fill } from '../i18n/fill.ts';
import type { common } from '../i18n/vi/common.ts';
import type { log as vi } from '../i18n/vi/log.ts';
import type { people } from '../i18n/vi/people.ts';
import type { LogLine } from '../ipc/contract/log.ts';

/** Words of the log, and of what it tells of people. */
export type LogWords = Catalogue<typeof vi> & {
  readonly roleNames: Catalogue<typeof common>['role'];
  readonly abilityNames: Catalogue<typeof people>['ability'];
};

/** The words of a language's catalogues. */
export function logWords(of: {
  readonly log: Catalogue<typeof vi>;
  readonly common: Catalogue<typeof common>;
  readonly people: Catalogue<typeof people>;
}): LogWords {
  return { ...of.log, roleNames: of.common.role, abilityNames: of.people.ability };
}

/** What was done, in words; a kind that a newer version wrote is shown as it is. */
export function kindText({ kind }: Pick<LogLine, 'kind'>, words: LogWords): string {
  return Object.hasOwn(words.kind, kind) ? words.kind[kind as keyof LogWords['kind']] : kind;
}

/** What it is about, in words; empty where it is about nothing in particular. */
export function aboutText(line: LogLine, words: LogWords): string {
  const { record, records, file, object, times, corrects } = line;
  const parts: string[] = [];
  if (file !== null) parts.push(file);
  if (record !== null) parts.push(record);
  else if (records > 0) parts.push(fill(words.records, { n: records }));
  if (object !== null) parts.push(objectText(object, words));
  if (line.access !== null) parts.push(accessText(line.access, words));
  for (const change of line.changed) parts.push(changeText(change, words));
  if (times !== null) parts.push(fill(words.times, { n: times }));
  if (corrects.length > 0) parts.push(fill(words.corrects, { periods: corrects.join(', ') }));
  return parts.join(' · ');
}

/** Beginnings of keys of small documents, and which words stand for them; the first that fits counts. */
const DOCUMENTS: readonly (readonly [string, keyof LogWords['document']])[] = [
  ['profile', 'profile'],
  ['settings.report-due-days', 'dueDays'],
  ['settings.backup', 'backup'],
  ['backups.', 'backup'],
  ['ledgers.kept', 'kept'],
  ['targets.set.', 'set'],
  ['receiver.units', 'units'],
  ['receiver.', 'receiving'],
  ['receipts.issued.', 'issued'],
  ['receipts.taken.', 'taken'],
  ['trust.hand-over.', 'handOver'],
  ['merges.', 'merge'],
];

function objectText(
  { table, name }: { readonly table: string; readonly name: string },
  words: LogWords,
): string {
  const document = table === 'document' ? DOCUMENTS.find(([prefix]) => name.startsWith(prefix)) : undefined;
  if (document !== undefined)
    return fill(words.document[document[1]], { name: name.slice(document[0].length) });
  const known = Object.hasOwn(words.object, table);
  return known ? fill(words.object[table as keyof LogWords['object']], { name }) : `${table} ${name}`;
}

/** What was done to the ways into the book, for whom, and the role they have by it. */
function accessText(
  { deed, login, name, role }: NonNullable<LogLine['access']>,
  { access, person, roleNames }: LogWords,
): string {
  const known = Object.hasOwn(access, deed) ? access[deed as keyof LogWords['access']] : deed;
  const parts = [known];
  if (login !== null) parts.push(name === null ? login : `${name} (${login})`);
  if (role !== null)
    parts.push(
      fill(person.firstRole, {
        to: Object.hasOwn(roleNames, role) ? roleNames[role as keyof LogWords['roleNames']] : role,
      }),
    );
  return parts.filter((part) => part !== '').join(' · ');
}

function changeText({ field, from, to }: LogLine['changed'][number], words: LogWords): string {
  const { person, roleNames, abilityNames } = words;
  const day = (instant: string | null): string => formatDay(instant ?? '');
  const nameOf = (names: Readonly<Record<string, string>>, id: string | null): string =>
    id === null ? '' : Object.hasOwn(names, id) ? (names[id] as string) : id;
  if (field === 'name') return fill(from === null ? person.firstName : person.name, { from, to });
  if (field === 'role') {
    const named = { from: nameOf(roleNames, from), to: nameOf(roleNames, to) };
    return fill(from === null ? person.firstRole : person.role, named);
  }
  if (field === 'retiredAt')
    return fill(to === null ? person.back : person.retired, { from: day(from), to: day(to) });
  const text = to === null ? person.byRole : to === 'true' ? person.given : person.taken;
  return fill(text, { ability: nameOf(abilityNames, field) });
}

/** Day of an instant as it is hashed (UTC), dd/MM/yyyy. */
function formatDay(instant: string): string {
  const [year = '', month = '', date = ''] = instant.slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

/** Who did it: the name that the book knows, else the login. */
export function whoText({ login, name }: Pick<LogLine, 'login' | 'name'>, words: LogWords): string {
  return name ?? (login === '' ? words.nobody : login);
}
