import type { LocalDate } from '#shared/domain/local-date.ts';
import type { LogQuestion } from '#shared/ipc/contract/log.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Handlers } from '../context.ts';
import { longTask, toldOf } from '../long-task.ts';
import type { LogFilter } from '../ports.ts';
import { logLines, peopleOf } from './lines.ts';

type LogChannel = 'log.index' | 'log.rows' | 'log.export';
/** Entries that are put into words together. */
const PAGE = 500;

/** The log as people read it. */
export const logHandlers: Handlers<LogChannel> = {
  'log.index': ({ filter }, { store }) => {
    const { seq, hash } = store.log.head();
    return {
      ids: store.log.index(asked(filter)),
      people: peopleOf(store),
      head: { count: seq, sha256: hash },
    };
  },
  'log.rows': ({ ids }, { store }) => logLines(store, ids),
  'log.export': async ({ filter, target, task }, workspace) => {
    const { store, files, language } = workspace;
    const { writeLog } = await import('#electron/export/write-log.ts');
    const path = files.resolve(target);
    const ids = store.log.index(asked(filter));
    const pages = function* () {
      for (let start = 0; start < ids.length; start += PAGE)
        yield logLines(store, [...ids.subarray(start, start + PAGE)]);
    };
    const rows = await writeLog(
      toldOf(pages(), ids.length, longTask(workspace, task, 'saving')),
      path,
      language ?? 'vi',
    );
    return { rows, saved: describeFile(target, path) };
  },
};

/** Days of the machine's clock as instants. */
function asked({ login, kinds, from, to }: LogQuestion): LogFilter {
  return {
    logins: login === null ? undefined : [login],
    kinds: kinds ?? undefined,
    from: from === null ? undefined : instant(from, 0),
    to: to === null ? undefined : instant(to, 1),
  };
}

/** The first second of a day, or (`later` 1) the last one. */
function instant(day: LocalDate, later: 0 | 1): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = new Date(year, month - 1, date + later);
  return `${new Date(at.getTime() - later * 1000).toISOString().slice(0, 19)}Z`;
}
