import type { Catalogue } from '../i18n/catalogue.ts';
import { fill } from '../i18n/fill.ts';
import type { log as vi } from '../i18n/vi/log.ts';
import type { LogLine } from '../ipc/contract/log.ts';

export type LogWords = Catalogue<typeof vi>;

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

/** Who did it: the name that the book knows, else the login. */
export function whoText({ login, name }: Pick<LogLine, 'login' | 'name'>, words: LogWords): string {
  return name ?? (login === '' ? words.nobody : login);
}
