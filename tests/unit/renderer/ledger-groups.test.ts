import { expect, it } from 'vitest';
import { GROUPS } from '#renderer/features/records/groups.ts';
import { ledgersAt } from '#shared/domain/ledgers/registry.ts';
import { en, vi } from '#shared/i18n/index.ts';

const shown: readonly string[] = GROUPS.flatMap(([, ledgers]) => ledgers);

it('the screen Ghi nhận khác shows every ledger of its place once, each with its words', () => {
  expect([...shown].sort()).toEqual([...ledgersAt('records')].sort());
  for (const { entries } of [vi, en]) {
    expect(Object.keys(entries.screen.short).sort()).toEqual([...shown].sort());
    expect(Object.keys(entries.screen.group)).toEqual(expect.arrayContaining(GROUPS.map(([group]) => group)));
  }
});
