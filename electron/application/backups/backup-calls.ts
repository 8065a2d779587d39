import { basename, join } from 'node:path';
import { COPIES_FOLDER } from '#electron/common/book-files.ts';
import { AppError } from '#shared/errors.ts';
import type { BackupState, CopyEntry } from '#shared/ipc/contract/backups.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import { describeFile, type FileRegister } from '../app/file-tokens.ts';
import type { AppParts } from '../app/parts.ts';
import type { Workspace } from '../context.ts';
import { taskInParts } from '../long-task.ts';
import { acceptCopies } from './ahead.ts';
import { isMissing } from './carry.ts';
import { copiesIn, type FoundCopy, isOwn } from './copies.ts';
import { drill } from './drill.ts';
import { withKeys } from './folder-key.ts';
import { type BackupSpace, makeCopy, officeOf } from './make-copy.ts';
import { choosePlace, findPlace, sameDisk } from './place.ts';
import { BACKUP_DOCUMENTS, drillDue, keepDrill, readBackupSettings, readDrill } from './settings.ts';
import { replacedBooks } from './swap.ts';
import { bring, copyNow } from './tend.ts';

type BackupChannel = Extract<ServiceChannel, `backups.${string}`>;
type BackupCalls = { readonly [C in BackupChannel]: (input: Parsed<C>) => Promise<Output<C>> };
type Parts = Pick<AppParts, 'folder' | 'workspace' | 'files' | 'version'>;

/** Copies that a list shows. */
const MOST_SHOWN = 100;

/** The calls on copies of the open folder. */
export function createBackupCalls({ folder, workspace, files, version }: Parts): BackupCalls {
  /** The folder open; the sample commune has no copies of its own. */
  const allowed = async (channel: BackupChannel): Promise<Workspace> => {
    const space = await workspace();
    if (space.sample === true && channel !== 'backups.state')
      throw new AppError('FORBIDDEN', { role: space.actor.role });
    return space;
  };
  const withSpace = <T>(
    space: Workspace,
    work: (backup: BackupSpace) => Promise<T>,
    task?: string,
  ): Promise<T> =>
    withKeys(folder, (keys) => {
      const { store, dataDir, clock } = space;
      return work({ store, dataDir, clock, version, keys, tell: taskInParts(space, task) });
    });

  return {
    'backups.state': async () => stateOf(await allowed('backups.state')),
    'backups.choose': async ({ folder: chosen, task }) => {
      const space = await allowed('backups.choose');
      choosePlace(space.dataDir, chosen === null ? null : files.resolve(chosen));
      const carryThere = async (backup: BackupSpace): Promise<void> => {
        const local = await copiesIn(join(space.dataDir, COPIES_FOLDER));
        await (local.length === 0 ? copyNow(backup, 'manual') : bring(backup));
      };
      await withSpace(space, carryThere, task);
      return stateOf(space);
    },
    'backups.now': async ({ task }) => {
      const space = await allowed('backups.now');
      await withSpace(space, (backup) => copyNow(backup, 'manual'), task);
      return stateOf(space);
    },
    'backups.save': async ({ target, task }) => {
      const space = await allowed('backups.save');
      const path = files.resolve(target);
      await withSpace(space, (backup) => makeCopy(backup, 'manual', path), task);
      return { saved: describeFile(target, path) };
    },
    'backups.saveSettings': async (settings) => {
      const space = await allowed('backups.saveSettings');
      await space.store.write((tx) => tx.putDocument(BACKUP_DOCUMENTS.settings, settings));
      return stateOf(space);
    },
    'backups.accept': async () => {
      await withSpace(await allowed('backups.accept'), acceptCopies);
      return {};
    },
    'backups.drill': async ({ task, copy }) => {
      const space = await allowed('backups.drill');
      const chosen = await copyFor(space, copy);
      const result = await withKeys(folder, (keys) => drill(space, { ...chosen, keys, task }));
      await keepDrill(space.store, result);
      return result;
    },
  };

  /** The named copy; else the newest one of the chosen place, since that is the one that will be needed; else the newest. */
  async function copyFor(space: Workspace, token: string | null) {
    const { copies, placePath } = await withSpace(space, (backup) => allCopies(backup, files));
    const path = token === null ? null : files.resolve(token);
    const good = copies.filter(({ entry }) => entry.state === 'good');
    const chosen =
      path === null
        ? (good.find(({ entry }) => entry.where !== 'local') ?? good[0])
        : copies.find(({ found }) => found.path === path);
    if (chosen?.found.manifest == null) throw new AppError('BACKUP_MISSING');
    const inPlace = chosen.entry.where === 'both' && placePath !== null;
    const where = chosen.entry.where === 'local' ? ('local' as const) : ('place' as const);
    const { manifest } = chosen.found;
    const source = inPlace ? join(placePath, chosen.found.name) : chosen.found.path;
    return { copy: { ...chosen.found, path: source, manifest }, where };
  }

  async function stateOf(space: Workspace): Promise<BackupState> {
    const { store, dataDir, clock } = space;
    const { copies, place, placePath } = await withSpace(space, (backup) => allCopies(backup, files));
    const entries = copies.map(({ entry }) => entry);
    const due = drillDue(store);
    const newest = entries.find(({ state }) => state === 'good') ?? null;
    return {
      place:
        place === null
          ? null
          : {
              name: basename(place.path) || place.path,
              present: place.present,
              sameDisk: placePath !== null && sameDisk(dataDir, placePath),
              behind: newest !== null && newest.where === 'local',
            },
      last: newest,
      copies: entries,
      settings: readBackupSettings(store),
      drill: readDrill(store).last,
      drillDue: due,
      overdue: due !== null && due < clock.today(),
      replaced: replacedBooks(dataDir),
    };
  }
}

/** The copies of this office, in the data folder and in the chosen place, each once, newest first. */
async function allCopies(space: BackupSpace, files: FileRegister) {
  const { dataDir, store } = space;
  // Before anything is made in it, a folder has no unit.
  const office = officeOf(space);
  const place = findPlace(dataDir, store);
  const placePath = place?.present ? place.path : null;
  const ours = ({ manifest, newer }: FoundCopy) =>
    newer || manifest === null || manifest.folder === office.folder;
  const entry = (found: FoundCopy, where: CopyEntry['where']): CopyEntry =>
    entryOf(files, found, where, isOwn(found, office));
  const local = await copiesIn(join(dataDir, COPIES_FOLDER));
  const there = placePath === null ? [] : (await copiesIn(placePath)).filter(ours);
  const onlyThere = there.filter((copy) => isMissing(copy, local));
  const all = [
    ...local.map((found) => ({ found, entry: entry(found, isMissing(found, there) ? 'local' : 'both') })),
    ...onlyThere.map((found) => ({ found, entry: entry(found, 'place') })),
  ].sort((a, b) => ((a.entry.head?.madeAt ?? '') < (b.entry.head?.madeAt ?? '') ? 1 : -1));
  // However many files somebody puts there, none of the book's own is left out for them.
  const good = all.filter((each) => each.entry.state === 'good').slice(0, MOST_SHOWN);
  const others = all.filter((each) => each.entry.state !== 'good').slice(0, MOST_SHOWN - good.length);
  const shown = new Set([...good, ...others]);
  return { copies: all.filter((each) => shown.has(each)), place, placePath };
}

/** A copy as lists show it; `own`: it counts as one of the open book's own, as far as that can be told. */
export function entryOf(
  files: FileRegister,
  found: FoundCopy,
  where: CopyEntry['where'],
  own = true,
): CopyEntry {
  const { name, size, manifest, newer, path } = found;
  const head = manifest && {
    madeAt: manifest.madeAt,
    day: manifest.day,
    reason: manifest.reason,
    unit: manifest.unit,
    counts: manifest.counts,
  };
  const state = newer ? 'newer' : manifest === null ? 'unreadable' : own ? 'good' : 'foreign';
  return { token: files.register(path), file: name, size, where, state, head };
}
