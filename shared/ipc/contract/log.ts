import { z } from 'zod';
import { LOG_KINDS } from '../../log/entry.ts';
import { chosenFile, count, fileToken, id, localDate, service, sha256, task, text } from './common.ts';

/** Which entries of the log are shown; null: not asked about. Days by the machine's clock, both included. */
export const logFilter = z.strictObject({
  login: text(40).nullable(),
  kinds: z.array(z.enum(LOG_KINDS)).max(LOG_KINDS.length).nullable(),
  from: localDate.nullable(),
  to: localDate.nullable(),
});
export type LogQuestion = z.infer<typeof logFilter>;

/** One line of the log as people read it. */
export const logLine = z.strictObject({
  /** Number of the entry. */
  id,
  /** UTC. */
  at: text(30),
  /** Empty: nobody was signed in. */
  login: text(100),
  /** Null for somebody the book does not know. */
  name: text(100).nullable(),
  kind: text(40),
  /** How people name the one record it is about; null where it is about many, or none. */
  record: text(600).nullable(),
  /** Records that came or changed. */
  records: count,
  /** Name of the list that was imported, or whose import was undone. */
  file: text(255).nullable(),
  /** What stands beside the records: which table, which row. */
  object: z.strictObject({ table: text(20), name: text(300) }).nullable(),
  /** What changed about a person (shared/log/person-changes.ts). */
  changed: z.array(z.strictObject({ field: text(40), from: text(200).nullable(), to: text(200).nullable() })),
  /** What was done to the ways into the book, and for whom; login and name are null where it was for nobody alone. */
  access: z
    .strictObject({
      deed: text(40),
      login: text(100).nullable(),
      name: text(100).nullable(),
      role: text(40).nullable(),
    })
    .nullable(),
  /** Why it was done, as it was written. */
  reason: text(2000).nullable(),
  /** Periods whose signed figures it changed. */
  corrects: z.array(text(20)),
  /** How often, of what was only counted. */
  times: count.nullable(),
  hash: sha256,
});
export type LogLine = z.infer<typeof logLine>;

/** The log: read only, by whoever works here. */
export const logCalls = {
  /** Numbers of all entries that match, the newest first; who is named in the log; its last link. */
  'log.index': service(
    z.strictObject({ filter: logFilter }),
    z.strictObject({
      ids: z.custom<Uint32Array>((value) => value instanceof Uint32Array),
      people: z.array(z.strictObject({ login: text(100), name: text(100).nullable() })),
      head: z.strictObject({ count, sha256 }),
    }),
  ),
  'log.rows': service(z.strictObject({ ids: z.array(id).max(500) }), z.array(logLine)),
  /** Writes what matches into a workbook. */
  'log.export': service(
    z.strictObject({ filter: logFilter, target: fileToken, task: task.optional() }),
    z.strictObject({ rows: count, saved: chosenFile }),
  ),
} as const;
