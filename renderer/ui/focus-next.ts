/** Moves the focus to the next field of a form, as Enter does in accounting programs; the last one keeps it. */
export function focusNext(form: HTMLFormElement | null, from: HTMLElement): void {
  const fields = [
    ...(form?.querySelectorAll<HTMLElement>(
      'input:not([type="hidden"]):not([disabled]), select:not([disabled]), textarea:not([disabled])',
    ) ?? []),
  ];
  const next = fields[fields.indexOf(from) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}
