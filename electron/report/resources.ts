import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What pages and checks need from `resources/`, read once. */
export interface ReportResources {
  readonly fonts: Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', Buffer>>;
  /** sRGB profile, the output intent of the PDF/A label. */
  readonly colourProfile: Buffer;
  /** JSON schemas of the report by format version. */
  readonly schemas: Readonly<Record<number, object>>;
  /** JSON schema of the consolidated report, version 1. */
  readonly consolidated: object;
}

const loaded = new Map<string, ReportResources>();

/** Reads fonts, colour profile and schemas from a resources folder; the same folder is read only once. */
export function loadReportResources(resourcesDir: string): ReportResources {
  const known = loaded.get(resourcesDir);
  if (known) return known;
  const font = (style: string): Buffer =>
    readFileSync(join(resourcesDir, 'fonts', 'tinos', `Tinos-${style}.ttf`));
  const resources: ReportResources = {
    fonts: {
      normal: font('Regular'),
      bold: font('Bold'),
      italics: font('Italic'),
      bolditalics: font('BoldItalic'),
    },
    colourProfile: readFileSync(join(resourcesDir, 'icc', 'srgb.icc')),
    schemas: {
      1: JSON.parse(readFileSync(join(resourcesDir, 'schema', 'report-v1.schema.json'), 'utf8')) as object,
    },
    consolidated: JSON.parse(
      readFileSync(join(resourcesDir, 'schema', 'consolidated-v1.schema.json'), 'utf8'),
    ) as object,
  };
  loaded.set(resourcesDir, resources);
  return resources;
}
