import { basename } from 'node:path';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import { renderDraft } from '#electron/report/pdf/render.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { AppError } from '#shared/errors.ts';
import type { DraftText, ReportDraft } from '#shared/ipc/contract/reports.ts';
import { describeFile } from '../app/file-tokens.ts';
import { changesSince } from '../closing/corrections.ts';
import type { Handlers, Workspace } from '../context.ts';
import { measuresOf, toOutput } from '../evaluation/evaluate.ts';
import { objectiveTexts } from '../evaluation/objective-texts.ts';
import { longTask } from '../long-task.ts';
import { knownSets } from '../targets/known-sets.ts';
import { byCode } from './by-code.ts';
import { composeReport } from './compose-report.ts';
import { markPrepared, saveDraftText } from './draft-text.ts';
import {
  addEnrolment,
  addSigner,
  listEnrolments,
  readCertificateOf,
  revokeEnrolment,
  trustOf,
} from './enrolments.ts';
import { rehearse } from './rehearse.ts';
import { signReport } from './sign-report.ts';
import { timeline } from './timeline.ts';
import { verifyFiles } from './verify-files.ts';

type ReportChannel =
  | 'reports.timeline'
  | 'reports.draft'
  | 'reports.saveDraft'
  | 'reports.prepare'
  | 'reports.rehearse'
  | 'reports.preview'
  | 'reports.sign'
  | 'reports.byCode'
  | 'reports.pdf'
  | 'reports.export'
  | 'verify.files'
  | 'trust.list'
  | 'trust.readCertificate'
  | 'trust.add'
  | 'trust.revoke'
  | 'trust.addSigner';

/** Reports from draft to archive, and the check of files that others sent. */
export const reportHandlers: Handlers<ReportChannel> = {
  'reports.timeline': (_input, workspace) => timeline(workspace),
  'reports.draft': ({ period }, workspace) => draft(workspace, period),
  'reports.saveDraft': async ({ period, text }, workspace) => {
    const { proposed } = composeReport(workspace, period, { text });
    await saveDraftText(workspace.store, period, text, proposed);
    return draft(workspace, period);
  },
  'reports.prepare': async ({ period }, workspace) => {
    const { store, actor, clock } = workspace;
    const { text, proposed, evaluation } = composeReport(workspace, period);
    const by = { login: actor.login, name: actor.name, at: clock.now() };
    await markPrepared(store, period, text, proposed, evaluation, by);
    return draft(workspace, period);
  },
  'reports.rehearse': ({ period, task }, workspace) => rehearse(workspace, period, task),
  'reports.preview': async ({ period }, workspace) => {
    const pdf = await renderDraft(
      composeReport(workspace, period).report,
      loadReportResources(workspace.resourcesDir),
    );
    return { pdf: new Uint8Array(pdf) };
  },
  'reports.sign': ({ period, key, amends, reason, task }, workspace) =>
    signReport(workspace, period, key, { amends, reason }, task),
  'reports.byCode': ({ text }, workspace) => byCode(workspace, text),
  'reports.pdf': ({ id }, workspace) => ({ pdf: archived(workspace, id) }),
  'reports.export': async ({ id, target }, workspace) => {
    const path = workspace.files.resolve(target);
    await writeAtomically(path, archived(workspace, id));
    return { saved: describeFile(target, path) };
  },
  'verify.files': ({ files, task }, workspace) =>
    verifyFiles(
      files.map((token) => workspace.files.resolve(token)),
      {
        trust: trustOf(workspace),
        told: longTask(workspace, task, 'checking'),
        resourcesDir: workspace.resourcesDir,
        now: workspace.clock.now(),
        language: workspace.language ?? 'vi',
        nameOf: (path) => basename(path),
        targetSets: knownSets(workspace).map(({ set }) => set),
      },
    ),
  'trust.list': (_input, workspace) => listEnrolments(workspace),
  'trust.readCertificate': ({ certificate }, workspace) => readCertificateOf(workspace, certificate),
  'trust.add': (input, workspace) => addEnrolment(workspace, input),
  'trust.revoke': ({ id, revokedOn }, workspace) => revokeEnrolment(workspace, id, revokedOn),
  'trust.addSigner': (input, workspace) => addSigner(workspace, input),
};

function draft(workspace: Workspace, period: string): ReportDraft {
  const { report, evaluation, checks, text, prepared, amends, periodOver } = composeReport(workspace, period);
  const { targets, level, sources } = measuresOf(workspace, { period });
  return {
    period,
    evaluation: toOutput(evaluation),
    objectives: objectiveTexts(targets.set, level),
    checks: [...checks],
    text: text satisfies DraftText,
    prepared,
    amends:
      amends === null
        ? null
        : {
            sha256: amends.sha256,
            revision: amends.revision,
            changes: changesSince(workspace.store, amends, sources),
          },
    corrections: (report.corrections ?? []).map(
      ({ period: earlier, report: signed, objectives, flow, reasons }) => ({
        period: earlier.id,
        revision: signed.revision,
        objectives,
        flow,
        reasons,
      }),
    ),
    periodOver,
  };
}

function archived({ store }: Workspace, id: number): Uint8Array {
  const pdf = store.reports.pdf(id);
  if (pdf === null) throw new AppError('RECORD_UNKNOWN', { id });
  return new Uint8Array(pdf);
}
