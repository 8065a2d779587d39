import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHANNEL_RIGHTS } from '#electron/application/app/channel-rights.ts';
import { ABILITIES, ROLES_WITH } from '#shared/domain/rights.ts';
import { ROLES } from '#shared/domain/unit.ts';
import { en } from '#shared/i18n/index.ts';

const page = join(resolve(import.meta.dirname, '../..'), 'docs/people.md');
const calls = Object.entries(CHANNEL_RIGHTS);

/** The table of rights as the page shows it. */
function rights(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['right', 'id', ...ROLES.map((role) => en.common.role[role].toLowerCase()), 'calls']),
    row(['---', '---', ...ROLES.map(() => ':-:'), '---']),
    ...ABILITIES.map((ability) => {
      const needing = calls.filter(([, right]) =>
        typeof right === 'string'
          ? false
          : 'mending' in right
            ? right.mending === ability
            : right.includes(ability),
      );
      const marks = ROLES.map((role) => (ROLES_WITH[ability].includes(role) ? '✓' : ''));
      const names = needing.map(([channel]) => `\`${channel}\``).join(' ');
      return row([en.people.ability[ability], `\`${ability}\``, ...marks, names]);
    }),
  ].join('\n');
}

const open = () =>
  calls
    .filter(([, right]) => right === 'anybody')
    .map(([channel]) => `\`${channel}\``)
    .join(' ');

function withPart(text: string, name: string, part: string): string {
  const at = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  expect(text).toMatch(at);
  return text.replace(at, (_all, first: string, last: string) => `${first}${part}\n${last}`);
}

describe('docs/people.md', () => {
  it('says who may do what as the program does', () => {
    const text = readFileSync(page, 'utf8');
    const wanted = withPart(withPart(text, 'rights', rights()), 'open', open());
    if (process.env.UPDATE_DOCS === '1') writeFileSync(page, wanted);
    expect(readFileSync(page, 'utf8')).toBe(wanted);
  });
});
