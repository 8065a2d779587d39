import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// What is sorted and written is the same on machines of other languages and zones: one process each, because both are
// taken from the environment when a process starts.

const root = resolve(import.meta.dirname, '../../..');
const SAID = `
  import { compareFileNames, compareVietnamese } from '${root}/shared/domain/vietnamese-order.ts';
  import { formatDate } from '${root}/shared/domain/local-date.ts';
  import { formatCount, formatPercent } from '${root}/shared/i18n/format.ts';
  import { timeInVietnam } from '${root}/shared/text/time-in-vietnam.ts';
  import { fold } from '${root}/shared/text/fold.ts';
  console.log(JSON.stringify([
    ['Ý Yên', 'Đất đai', 'dân tộc', 'Ích', 'Dạ', 'Dà', 'Ân', 'An', 'Ăn'].sort(compareVietnamese),
    ['Quý 10.pdf', 'Quý 2.pdf', 'Đợt 1.pdf', 'Dự thảo.pdf'].sort(compareFileNames),
    formatCount(1234567, 'vi'), formatCount(1234567, 'en'), formatPercent('1234.50', 'vi'),
    formatDate('2024-03-05'), timeInVietnam('2023-12-31T17:00:00Z'), fold('ĐẶC KHU İI'),
  ]));`;

function saidUnder(environment: Readonly<Record<string, string>>): unknown {
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', SAID], {
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...environment },
    encoding: 'utf8',
  });
  return JSON.parse(out);
}

describe('on a machine with', () => {
  it.each([
    { LANG: 'C', TZ: 'UTC' },
    { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', TZ: 'America/New_York' },
    { LANG: 'vi_VN.UTF-8', LC_ALL: 'vi_VN.UTF-8', TZ: 'Asia/Ho_Chi_Minh' },
    { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
  ])('$LANG, $TZ', (environment) => {
    expect(saidUnder(environment)).toEqual([
      ['An', 'Ăn', 'Ân', 'Dà', 'Dạ', 'dân tộc', 'Đất đai', 'Ích', 'Ý Yên'],
      ['Dự thảo.pdf', 'Đợt 1.pdf', 'Quý 2.pdf', 'Quý 10.pdf'],
      '1.234.567',
      '1,234,567',
      '1.234,50\u00a0%',
      '05/03/2024',
      '01/01/2024 00:00:00',
      'dac khu ii',
    ]);
  });
});
