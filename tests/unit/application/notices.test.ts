import { describe, expect, it } from 'vitest';
import { writes } from '#electron/application/handler-groups.ts';
import { LEDGER_IDS, ledgersAt } from '#shared/domain/ledgers/registry.ts';
import { type Channel, contract, type ServiceChannel } from '#shared/ipc/contract.ts';
import { validInputs } from '../../contract/support/valid-inputs.ts';

describe('what a call changes', () => {
  it('is told by the ledger it names', () => {
    for (const ledger of LEDGER_IDS) {
      const expected = ledgersAt('settings').includes(ledger)
        ? ['dossiers', 'ledgers', 'settings']
        : ['ledgers'];
      for (const channel of ['ledgers.save', 'ledgers.remove', 'ledgers.restore', 'ledgers.setKept'] as const)
        expect([...(writes(channel, { ledger }) as string[])].sort()).toEqual(expected);
      const commit = writes('imports.commit', { options: { kind: ledger } });
      expect([...(commit as string[])].sort()).toEqual(expected);
    }
    expect(writes('imports.commit', { options: { kind: 'dossiers' } })).toEqual(['dossiers']);
  });

  it('is nothing for calls that only read', () => {
    const reading = (Object.keys(contract) as Channel[]).filter(
      (channel): channel is ServiceChannel =>
        contract[channel].place === 'service' &&
        /\.(list|index|rows|get|choices|propose\w*|states|similar|find|byCode|overview|explain)$/.test(
          channel,
        ),
    );
    expect(reading.length).toBeGreaterThan(15);
    for (const channel of reading)
      expect([channel, writes(channel, validInputs[channel])]).toEqual([channel, null]);
  });
});
