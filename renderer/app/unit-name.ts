/** `UBND xã Phước An` for `Ủy ban nhân dân xã Phước An`: the short form for narrow places; others stay as they are. */
export function shortUnitName(name: string): string {
  return name.replace(/^(Ủy|Uỷ) ban nhân dân\s+/iu, 'UBND ');
}
