import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { demand, Rejection } from './rejection.ts';

/**
 * Parses embedded data: valid UTF-8, canonical JSON to the byte (which excludes members stated twice). Throws
 * {@link Rejection} DATA_FORM.
 */
export function parseCanonical(bytes: Buffer): unknown {
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

/** Demands that a value fits a schema (draft 2020-12). Throws {@link Rejection} DATA_SCHEMA with the first fault. */
export function demandSchema(schema: object, value: unknown): void {
  const validate = validatorOf(schema);
  if (validate(value)) return;
  const first = validate.errors?.[0];
  throw new Rejection('DATA_SCHEMA', {
    where: (first?.instancePath || '/').slice(0, 200),
    what: (first?.message ?? '').slice(0, 200),
  });
}

/** What a value breaks in a schema, in ajv's words; empty when it fits. For the writer's own check. */
export function schemaFaults(schema: object, value: unknown): string[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
  );
}

const validators = new WeakMap<object, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const compiled = new Ajv2020({ strict: true, strictTypes: false, allErrors: false }).compile(schema);
  validators.set(schema, compiled);
  return compiled;
}
