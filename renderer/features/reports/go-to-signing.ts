/** Marks the part of the draft in which the report is signed. */
export const SIGNING = { 'data-signing': '' } as const;

/** Gives the keyboard to the signing of the draft: to the secret where there is a key to be opened, else to the choice of the key. */
export function goToSigning(): void {
  const part = document.querySelector('[data-signing]');
  const field =
    part?.querySelector<HTMLElement>('input[data-secret], [data-secret] input') ??
    part?.querySelector<HTMLElement>('input:checked') ??
    part?.querySelector<HTMLElement>('input, button');
  field?.focus();
}
