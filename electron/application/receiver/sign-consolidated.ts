import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { renderConsolidated, renderConsolidatedDraft } from '#electron/report/pdf/consolidated.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { signPdf } from '#electron/report/sign/sign-pdf.ts';
import type { ReportSigner } from '#electron/report/sign/signer.ts';
import { consolidatedSchemaErrors } from '#electron/report/verify/judge-consolidated.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Profile } from '#shared/ipc/contract/app.ts';
import {
  type ConsolidatedV1,
  composeConsolidated,
  consolidatedIdOf,
} from '#shared/receiver/consolidated-v1.ts';
import type { Gathering } from './gather.ts';

/** Who reports, and under which number and date. */
export interface ConsolidatedOrigin {
  readonly profile: Omit<Profile, 'users'>;
  readonly number: string | null;
  readonly date: LocalDate | null;
  readonly version: string;
  readonly sample: boolean;
  /** UTC instant of signing. */
  readonly createdAt: string;
  readonly resourcesDir: string;
}

/** The content of the consolidated report of a gathering, as it would be signed. */
function contentOf({ table, targets, pages }: Gathering, origin: ConsolidatedOrigin): ConsolidatedV1 {
  const { profile, createdAt } = origin;
  const { unit, receiver, signatory, layout } = profile;
  const { id, version, name, decision } = targets.set;
  const { number, date, issuer } = decision;
  return composeConsolidated(table, {
    app: { name: 'so-chat-luong', version: origin.version },
    sample: origin.sample,
    report: { id: consolidatedIdOf(unit.code, table.period.id), createdAt },
    unit,
    receiver,
    document: { number: origin.number, date: origin.date },
    signatory,
    ...(layout === undefined ? {} : { layout }),
    pages,
    targetSet: { id, version, sha256: targets.sha256, name: name.vi, decision: { number, date, issuer } },
  });
}

/** The very pages of the consolidated report of a gathering, marked as a draft. */
export function previewConsolidated(gathering: Gathering, origin: ConsolidatedOrigin): Promise<Buffer> {
  return renderConsolidatedDraft(contentOf(gathering, origin), loadReportResources(origin.resourcesDir));
}

/**
 * Draws and signs the consolidated report of a gathering, and runs the whole check on it: what would be refused never
 * leaves. Throws what the signer throws.
 */
export async function signConsolidated(
  gathering: Gathering,
  origin: ConsolidatedOrigin,
  signer: ReportSigner,
): Promise<Buffer> {
  const report = contentOf(gathering, origin);
  const { createdAt } = origin;
  const resources = loadReportResources(origin.resourcesDir);
  const faults = consolidatedSchemaErrors(report, resources);
  if (faults.length > 0)
    throw new Error(`the consolidated report does not fit its schema: ${faults.slice(0, 3).join('; ')}`);
  const pdf = await signPdf(await renderConsolidated(report, resources), signer);
  const { sha256 } = readCertificate(signer.certificate);
  const { verdict, reasons } = await verifyReport(pdf, {
    trust: {
      signers: [{ sha256, unitCode: null, from: null, to: null, revokedOn: null }],
      authorities: [],
      crls: [],
    },
    now: createdAt,
    comparePages: true,
    resources,
  });
  if (verdict !== 'valid')
    throw new Error(
      `the consolidated report does not pass its own check: ${reasons.map(({ code }) => code).join(', ')}`,
    );
  return pdf;
}
