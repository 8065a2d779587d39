import { describe, expect, it } from 'vitest';
import { renderRecoverySheet } from '#electron/report/pdf/recovery-sheet.ts';
import { buildRecoverySheet } from '#shared/access/recovery-sheet.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { LONG_NAME } from './support/extremes.ts';
import { boxedPages, outsideMargins, overlapping } from './support/page-boxes.ts';
import { resources } from './support/sample-report.ts';

const MADE_AT = new Date('2024-03-15T02:00:00Z');
/** Wide letters: what is widest must fit its cell. */
const GROUPS = ['MWMWM', 'WWWWW', 'MMMMM', 'QGQGQ', '93TFC', '73C94', 'END3F'];

describe('the recovery sheet', () => {
  it.each(['Ủy ban nhân dân xã Phước An', LONG_NAME])('can be typed from: %s', async (name) => {
    const view = buildRecoverySheet({
      unit: { code: '26503', name, place: 'Phước An', superior: null },
      madeOn: '2024-03-15' as LocalDate,
      number: 1,
      recoveryKey: GROUPS.join('-'),
      maker: 'Nguyễn Văn Thử',
    });
    const pdf = await renderRecoverySheet(view, MADE_AT, resources);
    const pages = boxedPages(pdf);
    expect(pages).toHaveLength(1);
    expect(outsideMargins(pdf, pages)).toEqual([]);
    expect(overlapping(pages)).toEqual([]);
    // Every group stands whole on one line, its signs and nothing else.
    for (const group of GROUPS) expect(pages[0]?.words.map(({ text }) => text)).toContain(group);
  });
});
