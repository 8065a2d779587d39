/**
 * How a unit lays out its papers where NĐ 30/2020 (Phụ lục I) leaves a choice or where offices differ. Kept with the
 * profile; a signed report carries it, so that its pages can be drawn again.
 */
export interface PaperLayout {
  /** The line of the superior body above the agency. */
  readonly superior: {
    readonly printed: boolean;
    /** Printed in place of the unit's superior; null: that name. */
    readonly text: string | null;
  };
  /** Height in millimetres kept between the signer's title and name for the signature. */
  readonly signatureRoom: number;
  /** Where the field of the PDF signature is shown: nowhere, or as a frame in the room of the signature. */
  readonly signatureField: (typeof SIGNATURE_FIELDS)[number];
  /** Diameter in millimetres of the seal for which room is kept, a third of it over the signature; null: none. */
  readonly seal: number | null;
}

export const SIGNATURE_FIELDS = ['none', 'framed'] as const;

/** Bounds of the measures, in millimetres. */
export const LAYOUT_BOUNDS = {
  signatureRoom: { least: 20, most: 60 },
  seal: { least: 20, most: 50 },
} as const;

/** The layout of a unit that never chose another. */
export const PLAIN_LAYOUT: PaperLayout = {
  superior: { printed: true, text: null },
  signatureRoom: 25,
  signatureField: 'none',
  seal: null,
};

/** Height in millimetres between title and name: a seal is never cut by the lines above and below it. */
export function roomHeight({ signatureRoom, seal }: PaperLayout): number {
  return Math.max(signatureRoom, seal ?? 0);
}

/** A unit with its superior as the letter head prints it. */
export function printedUnit<T extends { readonly superior: string | null }>(
  unit: T,
  layout: PaperLayout = PLAIN_LAYOUT,
): T {
  const { printed, text } = layout.superior;
  return { ...unit, superior: printed ? (text ?? unit.superior) : null };
}
