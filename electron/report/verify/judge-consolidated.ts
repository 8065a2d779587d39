import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import {
  CONSOLIDATED_FORMAT,
  CONSOLIDATED_TEMPLATE,
  CONSOLIDATED_VERSION,
  type ConsolidatedV1,
} from '#shared/receiver/consolidated-v1.ts';
import { recheckConsolidated } from '#shared/receiver/recheck-consolidated.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { renderConsolidated } from '../pdf/consolidated.ts';
import type { ReportResources } from '../resources.ts';
import type { CheckedSignature } from './cms.ts';
import { differingPage } from './compare-pages.ts';
import type { PdfFile } from './pdf-file.ts';
import { demand, Rejection, type VerifyReason } from './rejection.ts';
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
  const value = parse(bytes);
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  demand(format === CONSOLIDATED_FORMAT && typeof version === 'number', 'NOT_A_REPORT');
  if (version > CONSOLIDATED_VERSION)
    return { reasons: [{ code: 'NEWER_FORMAT', params: { version } }], value };
  const validate = validator(check.resources);
  if (!validate(value)) {
    const [first] = validate.errors ?? [];
    throw new Rejection('DATA_SCHEMA', {
      where: (first?.instancePath || '/').slice(0, 200),
      what: (first?.message ?? '').slice(0, 200),
    });
  }
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

function parse(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    demand(canonicalJson(value) === text, 'DATA_FORM');
    return value;
  } catch (error) {
    if (error instanceof Rejection) throw error;
    throw new Rejection('DATA_FORM');
  }
}

const validators = new WeakMap<object, ValidateFunction>();

/** The compiled schema of `tong-hop.json`. */
function validator({ consolidated }: ReportResources): ValidateFunction {
  const known = validators.get(consolidated);
  if (known) return known;
  const compiled = new Ajv2020({ strict: true, strictTypes: false, allErrors: false }).compile(consolidated);
  validators.set(consolidated, compiled);
  return compiled;
}

/** What a value breaks in the schema; empty when it fits. For the writer's own check. */
export function consolidatedSchemaErrors(value: ConsolidatedV1, resources: ReportResources): string[] {
  const validate = validator(resources);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
  );
}
