import { formatDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { causes as enCauses } from '#shared/i18n/en/causes.ts';
import { cli as enCli } from '#shared/i18n/en/cli.ts';
import { errors as enErrors } from '#shared/i18n/en/errors.ts';
import { report as enReport } from '#shared/i18n/en/report.ts';
import { fill as fillText } from '#shared/i18n/fill.ts';
import type { Language } from '#shared/i18n/format.ts';
import { causes as viCauses } from '#shared/i18n/vi/causes.ts';
import { cli as viCli } from '#shared/i18n/vi/cli.ts';
import { errors as viErrors } from '#shared/i18n/vi/errors.ts';
import { report as viReport } from '#shared/i18n/vi/report.ts';
import type { Check } from './held-back.ts';

type Params = Readonly<Record<string, string | number | null>>;

/** The texts of one language, with their parameters filled in. */
export interface Words {
  readonly lang: Language;
  readonly cli: typeof enCli;
  readonly causes: Readonly<Record<string, unknown>>;
  fill(text: string, params?: Params): string;
  fault(code: ErrorCode, params: Params): string;
  check(check: Check): string;
}

export function createWords(lang: Language): Words {
  const cli = lang === 'en' ? enCli : viCli;
  const errors = lang === 'en' ? enErrors : viErrors;
  const checks: Readonly<Record<string, string>> = (lang === 'en' ? enReport : viReport).checks;
  return {
    lang,
    cli,
    causes: lang === 'en' ? enCauses : viCauses,
    fill,
    fault(code, params) {
      const problem =
        code === 'USAGE'
          ? (cli.usage.problems as Readonly<Record<string, string>>)[String(params.problem)]
          : undefined;
      const closer: Readonly<Record<string, string>> = errors;
      const exact = closer[`${code}_${params.reason}`];
      const text = fill(problem ?? exact ?? errors[code], params);
      const about = ['file', 'sheet', ...(exact === undefined ? ['reason'] : [])]
        .map((name) => params[name])
        .filter((value) => typeof value === 'string' && value !== '');
      return about.length === 0 ? text : `${text} (${about.join(', ')})`;
    },
    check({ code, severity, params }) {
      const text = checks[code.split(':')[0] ?? code] ?? code;
      const shown = Object.entries(params).map(([name, value]) => {
        const day = typeof value === 'string' ? parseIsoDate(value) : null;
        return [name, day === null ? value : formatDate(day)];
      });
      return fill(severity === 'error' ? cli.report.error : cli.report.warning, {
        text: fill(text, Object.fromEntries(shown)),
        code,
      });
    },
  };
}

/** A parameter that is unknown or null becomes a dash. */
function fill(text: string, params: Params = {}): string {
  return fillText(text, params, '—');
}
