const KEPT = 'scl.printing';

/** What was chosen last on this machine. */
export interface Remembered {
  /** Name of the printer; null: the system's default, or nothing chosen yet. */
  readonly printer: string | null;
  readonly bothSides: boolean;
}

/** What was chosen last; whatever cannot be read counts as nothing. */
export function rememberedPrinting(): Remembered {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Record<keyof Remembered, unknown>>;
    return {
      printer: typeof kept.printer === 'string' ? kept.printer : null,
      bothSides: kept.bothSides === true,
    };
  } catch {
    return { printer: null, bothSides: false };
  }
}

export function rememberPrinting(chosen: Remembered): void {
  localStorage.setItem(KEPT, JSON.stringify(chosen));
}
