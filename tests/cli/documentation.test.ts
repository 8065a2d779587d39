import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '#electron/cli/commands.ts';
import { SPECS } from '#electron/cli/parse-arguments.ts';
import { answers } from '#shared/cli/answers.ts';
import { root } from './support/run-cli.ts';

const page = join(root, 'docs/command-line.md');
const MARK = '## Answers';

/** The schemas as the page shows them, each under the command's name. */
function schemas(): string {
  return Object.entries(answers)
    .map(([name, type]) => {
      const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'output', unrepresentable: 'throw' });
      return `### \`${name}\`\n\n\`\`\`json\n${compact(schema)}\n\`\`\`\n`;
    })
    .join('\n');
}

/** JSON with short values on one line, so that the page stays readable. */
function compact(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= 110 || value === null || typeof value !== 'object') return line;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((each) => inner + compact(each, inner)).join(',\n')}\n${indent}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${compact(member, inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

describe('docs/command-line.md', () => {
  it('shows the schema of every answer', () => {
    const text = readFileSync(page, 'utf8');
    const prose = /[\s\S]*## Answers\n[\s\S]*?anew\)\.\n/.exec(text)?.[0];
    expect(prose).toContain(MARK);
    const wanted = `${prose}\n${schemas()}`;
    if (process.env.UPDATE_DOCS === '1') writeFileSync(page, wanted);
    expect(readFileSync(page, 'utf8')).toBe(wanted);
  });

  it('names every command and option', () => {
    const text = readFileSync(page, 'utf8');
    for (const command of COMMANDS) {
      expect(text).toContain(`\`${command} `);
      if (command === 'help') continue;
      for (const option of Object.keys(SPECS[command].options))
        expect(text, `${command} --${option}`).toContain(`--${option}`);
    }
  });
});
