import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightExceptions } from '#shared/domain/rights.ts';
import type { Role } from '#shared/domain/unit.ts';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { applyAppState } from '../../../app/session.ts';
import { showFault, showUndoable } from '../../../ui/toast.tsx';

type Person = AccessState['people'][number];

/** What of a person can be changed. */
interface Changes {
  readonly name?: string;
  readonly role?: Role;
  readonly exceptions?: RightExceptions;
}

/** Changes a person, says it with `done`, and offers to take it back. Throws `CallFault`. */
export function useChangePerson(): (person: Person, changes: Changes, done: string) => Promise<void> {
  const { t } = useTranslation('access');
  return useCallback(
    async ({ login, name, role, exceptions }, changes, done) => {
      const before = { login, name, role, exceptions };
      await send({ ...before, ...changes });
      showUndoable(done, t('people.undo'), () => {
        send(before).catch((reason: unknown) => showFault(toFault(reason)));
      });
    },
    [t],
  );
}

async function send(person: Parameters<typeof call<'access.change'>>[1]): Promise<void> {
  await call('access.change', person);
  // It may have been one's own name or rights.
  applyAppState(await call('app.state', {}));
}
