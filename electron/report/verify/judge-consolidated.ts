import {
  CONSOLIDATED_FORMAT,
  CONSOLIDATED_TEMPLATE,
  CONSOLIDATED_VERSION,
  type ConsolidatedV1,
} from '#shared/receiver/consolidated-v1.ts';
import { recheckConsolidated } from '#shared/receiver/recheck-consolidated.ts';
import { renderConsolidated } from '../pdf/consolidated.ts';
import type { ReportResources } from '../resources.ts';
import type { CheckedSignature } from './cms.ts';
import { differingPage } from './compare-pages.ts';
import { demandSchema, parseCanonical, schemaFaults } from './embedded-json.ts';
import type { PdfFile } from './pdf-file.ts';
import { demand, type VerifyReason } from './rejection.ts';
import type { SignatureField } from './signature-field.ts';
import { judgeSigner, type Trust } from './trust.ts';

/** What the check of a consolidated report asks for. */
export interface ConsolidatedCheck {
  readonly trust: Trust;
  /** UTC instant. */
  readonly now: string;
  readonly comparePages: boolean;
  readonly resources: ReportResources;
}

/**
 * Checks the data of a consolidated report as that of a report: form, schema, every sum from its summands, signer,
 * page. Throws {@link Rejection} where the data cannot be read.
 */
export async function judgeConsolidated(
  bytes: Buffer,
  proven: { readonly file: PdfFile; readonly field: SignatureField; readonly signature: CheckedSignature },
  check: ConsolidatedCheck,
): Promise<{ readonly reasons: VerifyReason[]; readonly value: unknown }> {
  const { file, field, signature } = proven;
  const value = parseCanonical(bytes);
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  demand(format === CONSOLIDATED_FORMAT && typeof version === 'number', 'NOT_A_REPORT');
  if (version > CONSOLIDATED_VERSION)
    return { reasons: [{ code: 'NEWER_FORMAT', params: { version } }], value };
  demandSchema(check.resources.consolidated, value);
  const report = value as ConsolidatedV1;
  const reasons: VerifyReason[] = [];
  const { createdAt } = report.report;
  if (createdAt !== field.signedAt)
    reasons.push({ code: 'TIMES_DIFFER', params: { stated: createdAt, signed: field.signedAt } });
  for (const { where, stated, expected } of recheckConsolidated(report).slice(0, 20))
    reasons.push({ code: 'ARITHMETIC', params: { where, stated, expected } });
  reasons.push(...judgeSigner(signature, report.unit, field.signedAt, check.now, check.trust));
  if (report.template !== CONSOLIDATED_TEMPLATE || !check.comparePages) {
    const why = check.comparePages ? 'template' : 'skipped';
    reasons.push({ code: 'PAGE_NOT_COMPARED', params: { why, template: report.template } });
  } else if (!reasons.some(({ code }) => code === 'ARITHMETIC' || code === 'TIMES_DIFFER')) {
    const page = differingPage(
      file,
      (await renderConsolidated(report, check.resources)).bytes,
      field.objectId,
    );
    if (page !== null) reasons.push({ code: 'PAGE_DIFFERS', params: { page } });
  }
  if (report.sample) reasons.push({ code: 'SAMPLE_DATA', params: {} });
  return { reasons, value };
}

/** What a value breaks in the schema of `tong-hop.json`; empty when it fits. For the writer's own check. */
export function consolidatedSchemaErrors(value: ConsolidatedV1, resources: ReportResources): string[] {
  return schemaFaults(resources.consolidated, value);
}
