import { useTranslation } from 'react-i18next';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call } from '../../app/bridge.ts';
import { goToDossiers, goToLedger, goToSettings } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { useSettledAnswer } from '../../ui/use-settled-answer.ts';
import type { PaletteItem } from './item.ts';
import { matches } from './match.ts';

/** Pause in typing after which staff are looked for, in milliseconds; fewer letters than these are no name. */
const PAUSE = 120;
const SHORTEST = 2;
const STAFF_MAX = 5;
/** Entries found by other words than the name come first in the answer, too. */
const STAFF_READ = 200;

/**
 * People by their name: applicants among the dossiers found, the staff, and who uses the program. Each leads to what the
 * program holds of them.
 */
export function useFoundPeople(query: string, found: readonly StoredDossier[]): readonly PaletteItem[] {
  const { t } = useTranslation(['palette', 'common']);
  const users = useSession((session) => session.app?.users ?? NOBODY);
  const staff = useFoundStaff(query);
  if (query.trim().length < SHORTEST) return [];

  const applicants = new Set(
    found.flatMap(({ record: { applicantName } }) =>
      applicantName && matches(query, applicantName) ? [applicantName] : [],
    ),
  );
  return [
    ...[...applicants].map((name): PaletteItem => {
      const note = t('palette:person.applicant');
      return {
        id: `applicant ${name}`,
        group: 'person',
        label: name,
        note,
        words: name,
        run: () => goToDossiers({ filter: { search: name } }),
      };
    }),
    ...staff.map(
      ({ id, name }): PaletteItem => ({
        id: `staff ${id}`,
        group: 'person',
        label: name,
        note: t('palette:person.staff'),
        words: name,
        run: () => goToLedger('staff', { entryId: id }),
      }),
    ),
    ...users.map(
      ({ login, name, role }): PaletteItem => ({
        id: `user ${login}`,
        group: 'person',
        label: name,
        note: [role && t(`common:role.${role}`), t('palette:person.user')].filter(Boolean).join(' · '),
        words: `${name} ${login}`,
        run: () => goToSettings('passphrase'),
      }),
    ),
  ];
}

const NOBODY: readonly never[] = [];

interface Staff {
  readonly id: number;
  readonly name: string;
}

/** Entries of the ledger of staff whose name fits; those of the former words until the answer is there. */
function useFoundStaff(query: string): readonly Staff[] {
  const asked = query.trim();
  const wanted = asked.length >= SHORTEST ? asked : null;
  return useSettledAnswer<readonly Staff[]>(wanted, findStaff, NOBODY, PAUSE).answer;
}

async function findStaff(search: string): Promise<Staff[]> {
  const { ids } = await call('ledgers.index', { ledger: 'staff', filter: { search } });
  const rows = await call('ledgers.rows', { ledger: 'staff', ids: [...ids.slice(0, STAFF_READ)] });
  return rows
    .map(({ id, record }) => ({ id, name: String(record.name ?? '') }))
    .filter(({ name }) => matches(search, name))
    .slice(0, STAFF_MAX);
}
