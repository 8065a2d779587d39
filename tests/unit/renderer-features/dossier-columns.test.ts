import { expect, it } from 'vitest';
import { dossierColumns } from '#renderer/features/dossiers/components/dossier-columns.tsx';
import { day } from './dossier-samples.ts';

/** Rooms of the table on a window of 1366 × 768: alone, and with the pane beside it. */
const [ALONE, BESIDE] = [1101, 673];
/** What `clamp(140px, 11vw, 260px)` is on that window. */
const NAME = 1366 * 0.11;

const columns = (room: number) => dossierColumns(((key: string) => key) as never, day('2024-07-05'), room);
const pixels = (width: string) => (width.startsWith('clamp') ? NAME : Number(/(\d+)px/.exec(width)?.[1]));

it('the first columns of the dossiers stay in their place when the pane opens, in their order', () => {
  const [alone, beside] = [columns(ALONE), columns(BESIDE)];
  expect(beside.slice(0, 2).map(({ id, width }) => [id, width])).toEqual(
    alone.slice(0, 2).map(({ id, width }) => [id, width]),
  );
  expect(alone.slice(0, 2).some(({ width }) => width.includes('fr'))).toBe(false);
  const left = beside.map(({ id }) => id);
  expect(alone.map(({ id }) => id).filter((id) => left.includes(id))).toEqual(left);
  expect(left[2]).toBe('procedureName');
});

it.each([ALONE, BESIDE])('the columns fit into %i px', (room) => {
  expect(columns(room).reduce((sum, { width }) => sum + pixels(width), 0)).toBeLessThanOrEqual(room);
});
