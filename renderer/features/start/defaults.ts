import type { Role } from '#shared/domain/unit.ts';

/** Kinds of units as data: key of the profile, how the name begins. Others can be written by hand in the name. */
export const UNIT_KINDS = ['xa', 'phuong', 'thi-tran', 'dac-khu'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const KIND_WORDS: Record<UnitKind, string> = {
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
  'dac-khu': 'đặc khu',
};

/** The full name of a people's committee, as letterheads write it. */
export function proposeUnitName(kind: UnitKind, place: string): string {
  const trimmed = place.trim();
  return trimmed === '' ? '' : `Ủy ban nhân dân ${KIND_WORDS[kind]} ${trimmed}`;
}

/** Roles one can begin with; the receiver's work needs no commune. */
export const FIRST_ROLES: readonly Role[] = ['head', 'clerk', 'chairman'];

/** What a new folder starts with where nothing was asked; every line can be changed in Cài đặt. */
export const START_VALUES = {
  periodScheme: 'nd09',
  targetSet: 'nhon-trach-2024',
  signatory: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH' },
} as const;
