import { withNumberForms } from './plural.ts';

/** Fills `{{name}}` in a catalogue text; a name without a value becomes `missing`. For texts outside i18next. */
export function fill(
  template: string,
  values: Readonly<Record<string, string | number | null>>,
  missing = '',
): string {
  return withNumberForms(
    template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? missing)),
  );
}
