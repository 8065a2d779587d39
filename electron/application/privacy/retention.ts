import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { CITIZEN_LEDGERS } from '#shared/domain/privacy/personal-fields.ts';
import { AppError } from '#shared/errors.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import type { Workspace } from '../context.ts';
import type { PersonalPlace } from '../ports.ts';

const KEY = 'privacy.retention';
const KINDS: readonly ImportKind[] = ['dossiers', ...CITIZEN_LEDGERS];

type Kept = Readonly<Partial<Record<ImportKind, number>>>;

/**
 * How long citizens' data is kept, and what is due by that. No time is set from the beginning: none was found that
 * holds for every commune (docs/privacy.md).
 */
export function retention(workspace: Workspace): Output<'privacy.retention'> {
  const kept = readKept(workspace);
  return {
    ledgers: KINDS.map((ledger) => {
      const due = duePlaces(workspace, ledger);
      const records = due?.places.filter(({ kind }) => kind === 'dossier' || kind === 'entry').length ?? 0;
      return {
        ledger,
        years: kept[ledger] ?? null,
        until: due?.until ?? null,
        records,
        remnants: (due?.places.length ?? 0) - records,
      };
    }),
  };
}

/** Sets how many whole years after its end what is about citizens is kept; null: no time. */
export async function saveRetention(
  { ledger, years }: Parsed<'privacy.saveRetention'>,
  workspace: Workspace,
): Promise<Output<'privacy.saveRetention'>> {
  if (!KINDS.includes(ledger))
    throw new AppError('RECORD_INVALID', {}, { fieldErrors: { ledger: 'VALUE_INVALID' } });
  const { [ledger]: _before, ...others } = readKept(workspace);
  await workspace.store.write((tx) =>
    tx.putDocument(KEY, years === null ? others : { ...others, [ledger]: years }),
  );
  return { years };
}

/** What of a ledger is due today; null where no time is set. */
export function duePlaces(
  workspace: Workspace,
  ledger: ImportKind,
): { readonly until: LocalDate; readonly places: readonly PersonalPlace[] } | null {
  const years = readKept(workspace)[ledger];
  if (years === undefined) return null;
  const until = yearsBefore(workspace.clock.today(), years);
  return { until, places: workspace.store.privacy.due(ledger, until) };
}

function readKept({ store }: Workspace): Kept {
  return (store.documents.get(KEY) ?? {}) as Kept;
}

/** The same day so many years ago; the last of February of a leap year becomes the 28th. */
function yearsBefore(day: LocalDate, years: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const isLeapDay = month === 2 && date === 29;
  return localDate(year - years, month, isLeapDay ? 28 : date);
}
