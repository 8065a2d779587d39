import { sha256Hex } from '#electron/common/sha256.ts';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import { AppError } from '#shared/errors.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Handlers, Workspace } from '../context.ts';
import { withSigner } from '../keys/open-key.ts';
import { trustOf } from '../reports/enrolments.ts';
import { knownSets } from '../targets/known-sets.ts';
import { writeWorkbook } from './consolidate-workbook.ts';
import { type Gathering, gather } from './gather.ts';
import { issuedReceipts, issueReceipt } from './issue-receipt.ts';
import { trustReceiptSigner } from './kept-receipts.ts';
import { openFile } from './open-file.ts';
import { toRows } from './rows.ts';
import { dueDay, readSettings, readUnits, saveSettings, saveUnits } from './settings.ts';
import { type ConsolidatedOrigin, previewConsolidated, signConsolidated } from './sign-consolidated.ts';
import { listReceipts, receiptByCode, takeReceipt } from './take-receipt.ts';
import { readUnitsFile } from './units-list.ts';

type ReceiverChannel =
  | 'receiver.units'
  | 'receiver.saveUnits'
  | 'receiver.readUnits'
  | 'receiver.settings'
  | 'receiver.saveSettings'
  | 'receiver.check'
  | 'receiver.file'
  | 'receiver.preview'
  | 'receiver.export'
  | 'receiver.sign'
  | 'receipts.issue'
  | 'receipts.issued'
  | 'receipts.take'
  | 'receipts.trustSigner'
  | 'receipts.list'
  | 'receipts.byCode';

/** The level above: who should report, what came in and what it adds up to, and the answers in both directions. */
export const receiverHandlers: Handlers<ReceiverChannel> = {
  'receiver.units': (_input, workspace) => readUnits(workspace),
  'receiver.saveUnits': (input, workspace) => saveUnits(workspace, input),
  'receiver.readUnits': ({ file }, { files }) => readUnitsFile(files.resolve(file)),
  'receiver.settings': (_input, workspace) => readSettings(workspace),
  'receiver.saveSettings': (input, workspace) => saveSettings(workspace, input),
  'receiver.check': async (input, workspace) => toRows(await gatherHere(workspace, input)),
  'receiver.file': (input, workspace) => openFile(workspace, input),
  'receiver.preview': async ({ number, date, ...input }, workspace) => {
    const gathering = await gatherListed(workspace, input);
    return { pdf: new Uint8Array(await previewConsolidated(gathering, originOf(workspace, number, date))) };
  },
  'receiver.export': async ({ target, ...input }, workspace) => {
    const gathering = await gatherHere(workspace, input);
    const path = workspace.files.resolve(target);
    await writeWorkbook(gathering, path, workspace.language ?? 'vi');
    return { saved: describeFile(target, path), table: toRows(gathering) };
  },
  'receiver.sign': async ({ target, key, number, date, ...input }, workspace) => {
    const gathering = await gatherListed(workspace, input);
    const path = workspace.files.resolve(target);
    const origin = originOf(workspace, number, date);
    const pdf = await withSigner(workspace, key, origin.createdAt, (signer) =>
      signConsolidated(gathering, origin, signer),
    );
    await writeAtomically(path, pdf);
    const sha256 = sha256Hex(pdf);
    return { saved: describeFile(target, path), sha256, table: toRows(gathering) };
  },
  'receipts.issue': (input, workspace) => issueReceipt(workspace, input),
  'receipts.issued': ({ file }, workspace) => issuedReceipts(workspace, file),
  'receipts.take': ({ file }, workspace) => takeReceipt(workspace, file),
  'receipts.list': (_input, workspace) => listReceipts(workspace),
  'receipts.trustSigner': (input, workspace) => trustReceiptSigner(workspace, input),
  'receipts.byCode': ({ code }, workspace) => receiptByCode(workspace, code),
};

/** Who reports upwards: the unit of the folder. */
function originOf(
  { store, clock, resourcesDir, version = '0.0.0', sample = false }: Workspace,
  number: string | null,
  date: LocalDate | null,
): ConsolidatedOrigin {
  const createdAt = clock.now();
  return { profile: readProfile(store), number, date, version, sample, createdAt, resourcesDir };
}

/** Gathers for a paper that says who is missing: without a list of units nobody can tell. Throws UNITS_INVALID. */
function gatherListed(workspace: Workspace, request: Parsed<'receiver.check'>): Promise<Gathering> {
  if (readUnits(workspace).length === 0)
    throw new AppError('UNITS_INVALID', { where: '–', problem: 'empty', reason: 'empty' });
  return gatherHere(workspace, request);
}

/** Gathers by the folder's own units, trust, sets and scheme. */
function gatherHere(workspace: Workspace, request: Parsed<'receiver.check'>): Promise<Gathering> {
  const { store, files, clock, resourcesDir, notify } = workspace;
  const { unit, periodScheme } = readProfile(store);
  const { period, due, received, pages, task } = request;
  const units = readUnits(workspace);
  return gather({
    paths: request.files.map((token) => files.resolve(token)),
    units: units.length === 0 ? null : units,
    period,
    scheme: periodScheme,
    due: due ?? dueDay(workspace, period),
    received,
    level: levelOf(unit.kind),
    pages,
    sets: knownSets(workspace).filter(({ origin }) => origin !== 'own'),
    targetSet: null,
    trust: trustOf(workspace),
    resourcesDir,
    now: clock.now(),
    language: workspace.language ?? 'vi',
    signal: workspace.signal(task),
    progress: (done, total) => notify({ kind: 'progress', task, phase: 'checking', done, total }),
  });
}
