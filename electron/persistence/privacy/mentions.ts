import type { AnyRecord } from '#shared/domain/ledgers/definition.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { citizenFields, personalClass } from '#shared/domain/privacy/personal-fields.ts';
import type { ChangedFields } from '../change-fields.ts';

/** Fields of all records whose values are a name or number and may stand in the reason of a deed. */
const SHORT: ReadonlySet<string> = new Set(['applicantName', 'personId', 'senderName']);

/** Names and numbers of citizens that an entry holds. */
export function namesIn(ledger: LedgerId, record: AnyRecord): string[] {
  return citizenFields(ledger).flatMap((name) => {
    const value = record[name];
    return personalClass(ledger, name) !== 'citizen-text' && typeof value === 'string' ? [value] : [];
  });
}

/** Names and numbers of citizens that a change tells of. */
export function ownMentions(fields: ChangedFields): string[] {
  return Object.entries(fields).flatMap(([name, pair]) =>
    SHORT.has(name) ? pair.filter((value): value is string => typeof value === 'string') : [],
  );
}
