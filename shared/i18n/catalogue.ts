/** The shape of a catalogue with its texts widened: what the English one must have when the Vietnamese one is given. */
export type Catalogue<T> = { readonly [K in keyof T]: T[K] extends string ? string : Catalogue<T[K]> };
