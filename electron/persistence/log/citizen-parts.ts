import { isLedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import {
  CITIZEN_DOSSIER_NAMES,
  CITIZEN_ENTRY_NAMES,
  citizenFields,
} from '#shared/domain/privacy/personal-fields.ts';
import type { LogTables } from '../change-log.ts';
import { RECORD_COLUMNS } from '../dossier-row.ts';
import type { SqlValue } from '../open-database.ts';
import { RowDigest } from './row-digest.ts';

/** Places of what is about a citizen among the columns of a dossier's content. */
const NAME = RECORD_COLUMNS.indexOf('applicant_name');
const NUMBER = RECORD_COLUMNS.indexOf('person_id');
const NOTE = RECORD_COLUMNS.indexOf('note');

/** Two digests over the same rows: of what stays for ever, and of what is about citizens and may go. */
export class PartedDigest {
  readonly #bare = new RowDigest();
  readonly #citizens = new RowDigest();

  get rows(): number {
    return this.#bare.rows;
  }

  add(bare: readonly SqlValue[], citizens: readonly SqlValue[] | null): void {
    this.#bare.add(bare);
    if (citizens !== null) this.#citizens.add(citizens);
  }

  /** Null for no rows. */
  digest(): Parts {
    return {
      bare: this.#bare.rows === 0 ? null : this.#bare.digest(),
      citizens: this.#citizens.rows === 0 ? null : this.#citizens.digest(),
    };
  }
}

/** Digests of the two parts; null where there is nothing of it. */
export interface Parts {
  readonly bare: string | null;
  readonly citizens: string | null;
}

export const NO_PARTS: Parts = { bare: null, citizens: null };

/** Adds a dossier's content as the log sees it (`dossierContent`). */
export function addDossier(digest: PartedDigest, content: readonly SqlValue[]): void {
  const name = content[NAME] as SqlValue;
  const number = content[NUMBER] as SqlValue;
  const note = content[NOTE] as SqlValue;
  const bare = content.slice();
  bare[NAME] = null;
  bare[NUMBER] = null;
  bare[NOTE] = null;
  const isEmpty = name === null && number === null && note === null;
  digest.add(bare, isEmpty ? null : [content[0] as SqlValue, name, number, note]);
}

/** Adds an entry's content as the log sees it (`entryContent`). */
export function addEntry(digest: PartedDigest, content: readonly SqlValue[]): void {
  const [id, ledger, key, json] = content as readonly [number, string, string, string];
  const fields = JSON.parse(json) as [string, unknown][];
  const bare = fields.filter(([name]) => !CITIZEN_ENTRY_NAMES.has(name));
  const about = fields.filter(([name]) => CITIZEN_ENTRY_NAMES.has(name));
  const keyIsAbout = keyHoldsCitizens(ledger);
  digest.add(
    [id, ledger, keyIsAbout ? null : key, JSON.stringify(bare)],
    about.length === 0 && !keyIsAbout ? null : [id, keyIsAbout ? key : null, JSON.stringify(about)],
  );
}

/** Whether what is about citizens is part of a ledger's key. */
function keyHoldsCitizens(ledger: string): boolean {
  if (!isLedgerId(ledger)) return false;
  const fields = citizenFields(ledger);
  return ledgerOf(ledger).key.some((name) => fields.includes(name));
}

/** Names that a change may hold which are about citizens. */
export function citizenNames({ records }: LogTables): ReadonlySet<string> {
  return records === 'dossier' ? CITIZEN_DOSSIER_NAMES : CITIZEN_ENTRY_NAMES;
}

const MENTION = {
  dossier: /"(?:applicantName|personId|note)":/,
  entry: /"(?:senderName|subject|note|key)":/,
} as const;

/** Adds a change: `row` is change set, record, version before, and what it changed as JSON. */
export function addChange(digest: PartedDigest, log: LogTables, row: readonly SqlValue[]): void {
  const json = row[3] as string;
  // A quote within a text is escaped, so that this finds names only; most changes have none of these.
  const fields = MENTION[log.records].test(json) ? parsed(json) : null;
  if (fields === null) {
    digest.add(row, null);
    return;
  }
  const names = citizenNames(log);
  const part = (about: boolean): string =>
    JSON.stringify(Object.fromEntries(fields.filter(([name]) => names.has(name) === about)));
  digest.add([...row.slice(0, 3), part(false)] as SqlValue[], [row[0], row[1], part(true)] as SqlValue[]);
}

function parsed(json: string): [string, unknown][] | null {
  try {
    return Object.entries(JSON.parse(json) as object);
  } catch {
    return null;
  }
}
