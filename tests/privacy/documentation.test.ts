import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DOSSIER_FIELDS } from '#shared/domain/dossier.ts';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import {
  DOSSIER_PERSONAL,
  type PersonalClass,
  personalClass,
} from '#shared/domain/privacy/personal-fields.ts';
import { dossiers } from '#shared/i18n/vi/dossiers.ts';
import { ledgers } from '#shared/i18n/vi/ledgers.ts';

const page = join(import.meta.dirname, '../../docs/privacy.md');
const WORDS: Readonly<Record<PersonalClass, string>> = {
  'citizen-name': 'tên công dân',
  'citizen-number': 'số giấy tờ công dân',
  'citizen-text': 'văn bản tự do, có thể về công dân',
  staff: 'cán bộ',
};

type Labels = Readonly<Record<string, string>>;

/** Every field of every ledger: about whom it is. */
function table(): string {
  const row = (ledger: string, labels: Labels, name: string, found: PersonalClass | null) =>
    `| ${ledger} | ${labels[name]} | \`${name}\` | ${found === null ? '' : WORDS[found]} |`;
  return [
    '| sổ | trường | tên trong chương trình | nói về ai |',
    '|---|---|---|---|',
    ...DOSSIER_FIELDS.map((name) => row('Hồ sơ', dossiers.fields, name, DOSSIER_PERSONAL[name])),
    ...LEDGER_IDS.flatMap((id) =>
      Object.keys(ledgerOf(id).fields).map((name) =>
        row(ledgers[id].name, ledgers[id].fields, name, personalClass(id, name)),
      ),
    ),
  ].join('\n');
}

it('the table of what is stored in docs/privacy.md is that of the definitions', () => {
  const text = readFileSync(page, 'utf8');
  const wanted = text.replace(
    /<!-- fields -->[\s\S]*<!-- \/fields -->/,
    `<!-- fields -->\n${table()}\n<!-- /fields -->`,
  );
  if (process.env.UPDATE_DOCS) writeFileSync(page, wanted);
  else expect(text).toBe(wanted);
});
