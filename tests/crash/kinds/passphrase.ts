import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import type { Kind } from '../support/kind.ts';

/** A passphrase is changed over and over, and now and then the whole folder gets another key. */
export const passphrase: Kind = {
  async cycle(desk, told, _random, cycle) {
    const current = cycle === 0 ? TEST_PASSPHRASE : `mật khẩu ${cycle - 1}`;
    const next = `mật khẩu ${cycle}`;
    told.about({ next });
    await desk.call('access.changePassphrase', { current, next });
    told.done({ next });
    told.about({ rekey: true });
    await desk.call('access.rekey', {});
    told.done({ rekey: true });
  },
  passphrases({ about, done }) {
    const changed = done.filter(({ next }) => next !== undefined).at(-1);
    const under = about.length > done.length ? about.at(-1)?.next : undefined;
    return [String(changed?.next ?? TEST_PASSPHRASE), ...(under === undefined ? [] : [String(under)])];
  },
  async look(desk) {
    return (await desk.dossiers()).size === 400 ? [] : ['dossiers are missing'];
  },
};
