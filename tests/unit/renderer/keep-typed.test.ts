import { expect, it } from 'vitest';
import { keepTyped } from '#renderer/app/form.ts';

it('keeps what was typed while an answer was on its way, and takes everything else from the answer', () => {
  const sent = { name: 'Phước An ', to: 'Huyện', title: 'CHỦ TỊCH' };
  const answered = { name: 'Phước An', to: 'Huyện', title: 'CHỦ TỊCH' };
  const now = { ...sent, title: 'PHÓ CHỦ TỊCH' };
  expect(keepTyped(answered, now, sent)).toEqual({ name: 'Phước An', to: 'Huyện', title: 'PHÓ CHỦ TỊCH' });
  // An undo brings back what the fields held before, where nothing was typed since.
  expect(keepTyped({ ...answered, to: 'Tỉnh' }, sent, sent).to).toBe('Tỉnh');
});
