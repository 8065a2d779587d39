import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import { maskNumber, numberKey } from '#shared/domain/person-number.ts';
import { fold } from '#shared/text/fold.ts';
import type { DossierDraft } from './form-schema.ts';

/** One line of the comparison of what is typed with a dossier known. */
export interface ComparedField {
  readonly field: DossierField;
  readonly differs: boolean;
}

/** Fields by which a person tells whether two dossiers are one, in the order of the form. */
const COMPARED = [
  'code',
  'procedureName',
  'applicantName',
  'personId',
  'channel',
  'receivedOn',
  'dueOn',
  'status',
] as const satisfies readonly DossierField[];

/**
 * Sets what is typed beside a known dossier. A field is left out where both say nothing; it differs where they say
 * different things in more than case, accents and blanks; ID numbers in the digits that are shown.
 */
export function compareDossiers(typed: DossierDraft, known: Dossier): ComparedField[] {
  return COMPARED.flatMap((field) => {
    const [a, b] = [typed[field] ?? '', known[field] ?? ''];
    if (a === '' && b === '') return [];
    const compared = COMPARABLE[field] ?? loose;
    return [{ field, differs: compared(a) !== compared(b) }];
  });
}

/** The form in which values of a field are compared, where it is a special one. */
const COMPARABLE: { readonly [F in DossierField]?: (text: string) => string } = {
  code: dossierKey,
  personId: seenNumber,
};

/** An ID number as the known one is given: masked. */
function seenNumber(text: string): string {
  return maskNumber(numberKey(loose(text)));
}

function loose(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}

/**
 * Whether a dossier found like the one typed is worth showing. Numbers run on, so that one slip away there is nearly
 * always another dossier: such a number tells something only where the person is the same too.
 */
export function isTelling(
  typed: Pick<DossierDraft, 'applicantName' | 'personId'>,
  known: Pick<Dossier, 'applicantName' | 'personId'>,
  why: 'same-person-and-procedure' | 'code-slip',
): boolean {
  if (why === 'same-person-and-procedure') return true;
  const agree = (a: string | null, b: string | null, form: (text: string) => string) =>
    a !== null && b !== null && form(a) !== '' && form(a) === form(b);
  return (
    agree(typed.personId, known.personId, seenNumber) ||
    agree(typed.applicantName, known.applicantName, loose)
  );
}
