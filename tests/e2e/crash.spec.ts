import { killAppRounds } from '../crash/windows/kill-app.ts';
import { WINDOW_KINDS, type WindowKind } from '../crash/windows/kinds.ts';
import { expect, test } from './support/app.ts';

// A sample with fixed seeds; `npm run bench -- --only crash-app` does it as often as one likes.
test.describe.configure({ timeout: 180_000 });

for (const kind of Object.keys(WINDOW_KINDS) as WindowKind[])
  test(`the whole program killed at a random moment of ${kind} starts again with all it had acknowledged`, async () => {
    const { killed, faults } = await killAppRounds(kind, [21]);
    expect(faults).toEqual([]);
    expect(killed).toBe(1);
  });
