import { basename } from 'node:path';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { differingFields } from '#shared/domain/merge/records.ts';
import { AppError } from '#shared/errors.ts';
import type { MergeDone } from '#shared/ipc/contract/merge.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { AppParts } from '../app/parts.ts';
import { withKeys } from '../backups/folder-key.ts';
import { copyNow } from '../backups/tend.ts';
import type { Workspace } from '../context.ts';
import type { FormerReport } from '../ports.ts';
import { trustOf } from '../reports/enrolments.ts';
import { toResult, verifyWrapped } from '../reports/verify-files.ts';
import { knownSets } from '../targets/known-sets.ts';
import { fieldText } from './field-text.ts';
import { MergeSession } from './merge-session.ts';
import { readSourceHead } from './source-files.ts';

type MergeChannel = Extract<ServiceChannel, `merge.${string}`>;
type MergeCalls = { readonly [C in MergeChannel]: (input: Parsed<C>) => Promise<Output<C>> };

/** The calls by which the books of former units are joined into the open one. */
export function createMergeCalls({ dataDir, folder, files, version, workspace }: AppParts): MergeCalls {
  const session = new MergeSession(dataDir);

  /** The open folder; the sample commune joins nothing. */
  const space = async (): Promise<Workspace> => {
    const found = await workspace();
    session.settle(found);
    if (found.sample === true) throw new AppError('FORBIDDEN', { role: found.actor.role });
    return found;
  };

  const copyBefore = ({ store, clock }: Workspace): Promise<string> =>
    withKeys(folder, async (keys) => {
      const made = await copyNow({ store, dataDir, clock, version, keys }, 'merge');
      return basename(made.path);
    });

  return {
    'merge.state': async () => {
      const found = await workspace();
      session.settle(found);
      return session.state(found);
    },
    'merge.look': async ({ file }) => {
      await space();
      const { path, kind, keyring, unit } = await readSourceHead(files.resolve(file));
      return {
        name: basename(path).slice(0, 255),
        kind,
        unit,
        people: (keyring?.people ?? []).map(({ login, name }) => ({ login, name })),
        recoverable: keyring?.recovery != null,
      };
    },
    'merge.open': async ({ file, by, task }) => {
      const found = await space();
      await session.open(found, files.resolve(file), by, task);
      return session.state(found);
    },
    'merge.leave': async ({ source }) => {
      session.leave(source);
      return session.state(await space());
    },
    'merge.plan': async (request) => session.answer(await space(), request),
    'merge.clash': async ({ request, clash: id }) => {
      const { plan } = session.plan(await space(), request);
      const clash = plan.clashes.find((one) => one.id === id);
      if (clash === undefined) throw new AppError('RECORD_UNKNOWN', { id });
      const { ledger, members } = clash;
      const [first] = members;
      const names = new Set(
        members.flatMap(({ record }) =>
          first === undefined ? [] : differingFields(ledger, first.record, record),
        ),
      );
      return {
        fields: [...names].map((field) => ({
          field,
          values: members.map(({ record }) => fieldText(ledger, record, field)),
        })),
      };
    },
    'merge.preview': async (input) => {
      const { balance } = await session.join(await space(), input, false, () => Promise.resolve(''));
      return balance as Output<'merge.preview'>;
    },
    'merge.join': async (input) => {
      const found = await space();
      const done = await session.join(found, input, true, () => copyBefore(found));
      session.drop();
      const reports = found.store.merges.reports().filter(({ merge }) => merge === done.number);
      const verdicts = await Promise.all(reports.map(formerCheck(found)));
      const valid = verdicts.filter(({ verdict }) => verdict === 'valid').length;
      return { done: done as MergeDone, reports: reports.length, valid };
    },
    'merge.drop': async () => {
      session.drop();
      return {};
    },
    'merge.reports': async () => {
      const { store } = await workspace();
      const merges = new Map(store.merges.list().map((merge) => [merge.number, merge]));
      return store.merges.reports().map(({ merge, source, size: _size, signedBy: _by, ...report }) => {
        const unit = merges.get(merge)?.units[source];
        const own = unit?.code === report.unitCode && unit.name === report.unitName;
        return { ...report, unitFrom: own ? unit.from : null, unitTo: own ? unit.to : null };
      });
    },
    'merge.reportPdf': async ({ id }) => ({ pdf: pdfOf(await workspace(), id) }),
    'merge.verifyReport': async ({ id }) => {
      const found = await workspace();
      const report = found.store.merges.reports().find((one) => one.id === id);
      if (report === undefined) throw new AppError('RECORD_UNKNOWN', { id });
      return formerCheck(found)(report);
    },
    'merge.exportReport': async ({ id, target }) => {
      const path = files.resolve(target);
      await writeAtomically(path, pdfOf(await workspace(), id));
      return { saved: describeFile(target, path) };
    },
    'merge.saveBalance': async ({ number, target }) => {
      const { store, language } = await workspace();
      const merge = store.merges.list().find((one) => one.number === number);
      if (merge === undefined) throw new AppError('RECORD_UNKNOWN', { id: number });
      const path = files.resolve(target);
      const { writeMerge } = await import('#electron/export/write-merge.ts');
      await writeMerge(merge as MergeDone, store.merges.allOrigins(number), path, language ?? 'vi');
      return { saved: describeFile(target, path) };
    },
  };
}

/**
 * The check of former units' reports, as the window Kiểm tra tệp would make it; it throws `AppError` RECORD_UNKNOWN. Whom
 * to trust and the sets of targets are read once for all of them.
 */
function formerCheck(workspace: Workspace): (report: FormerReport) => Promise<VerifyResult> {
  const { clock, resourcesDir, language } = workspace;
  const options = {
    trust: trustOf(workspace),
    now: clock.now(),
    comparePages: true,
    resources: loadReportResources(resourcesDir),
    targetSets: knownSets(workspace).map(({ set }) => set),
  };
  return async ({ id, fileName }) => {
    const checked = await verifyWrapped(Buffer.from(pdfOf(workspace, id)), options);
    return toResult(fileName, checked, language ?? 'vi');
  };
}

function pdfOf({ store }: Pick<Workspace, 'store'>, id: number): Uint8Array {
  const pdf = store.merges.pdf(id);
  if (pdf === null) throw new AppError('RECORD_UNKNOWN', { id });
  return new Uint8Array(pdf);
}
