import { REPORT_FORMAT, REPORT_VERSION, type ReportV1 } from '#shared/report/report-v1.ts';
import type { ReportResources } from '../resources.ts';
import { demandSchema, parseCanonical, schemaFaults } from './embedded-json.ts';
import { demand, Rejection } from './rejection.ts';

/** The embedded data: a report of a known version, or one of a version this program does not know yet. */
export type EmbeddedData =
  | { readonly kind: 'report'; readonly report: ReportV1 }
  | { readonly kind: 'newer'; readonly version: number; readonly value: unknown };

/**
 * Parses `bao-cao.json`: valid UTF-8, canonical JSON to the byte (which excludes members stated twice), known
 * version, schema. Throws {@link Rejection}.
 */
export function readData(bytes: Buffer, resources: ReportResources): EmbeddedData {
  const value = parseCanonical(bytes);
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  demand(format === REPORT_FORMAT && typeof version === 'number', 'NOT_A_REPORT');
  if (version > REPORT_VERSION) return { kind: 'newer', version, value };
  demandSchema(schemaOf(resources, version), value);
  return { kind: 'report', report: value as ReportV1 };
}

function schemaOf({ schemas }: ReportResources, version: number): object {
  const schema = schemas[version];
  if (schema === undefined) throw new Rejection('DATA_SCHEMA', { where: '/version', what: String(version) });
  return schema;
}

/** What a value breaks in the schema of its version, in ajv's words; empty when it fits. For the writer's own check. */
export function schemaErrors(value: ReportV1, resources: ReportResources): string[] {
  return schemaFaults(schemaOf(resources, value.version), value);
}
