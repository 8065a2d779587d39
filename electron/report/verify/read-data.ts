import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { REPORT_FORMAT, REPORT_VERSION, type ReportV1 } from '#shared/report/report-v1.ts';
import type { ReportResources } from '../resources.ts';
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
  const value = parse(bytes);
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  demand(format === REPORT_FORMAT && typeof version === 'number', 'NOT_A_REPORT');
  if (version > REPORT_VERSION) return { kind: 'newer', version, value };
  const validate = validator(resources, version);
  if (!validate(value)) {
    const first = validate.errors?.[0];
    throw new Rejection('DATA_SCHEMA', {
      where: (first?.instancePath || '/').slice(0, 200),
      what: (first?.message ?? '').slice(0, 200),
    });
  }
  return { kind: 'report', report: value as ReportV1 };
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

function validator({ schemas }: ReportResources, version: number): ValidateFunction {
  const schema = schemas[version];
  if (schema === undefined) throw new Rejection('DATA_SCHEMA', { where: '/version', what: String(version) });
  const known = validators.get(schema);
  if (known) return known;
  const compiled = new Ajv2020({ strict: true, strictTypes: false, allErrors: false }).compile(schema);
  validators.set(schema, compiled);
  return compiled;
}

/** What a value breaks in the schema of its version, in ajv's words; empty when it fits. For the writer's own check. */
export function schemaErrors(value: ReportV1, resources: ReportResources): string[] {
  const validate = validator(resources, value.version);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}
