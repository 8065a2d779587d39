/**
 * English puts its nouns after their number: `{{n}} ⟦row|rows⟧` is „1 row“ and „12 rows“. Once the values are filled in,
 * the last number before the brackets decides. Vietnamese has no such forms, and no text of a person has such brackets.
 */
export function withNumberForms(text: string): string {
  if (!text.includes('⟦')) return text;
  return text.replace(/⟦([^|⟦⟧]*)\|([^|⟦⟧]*)⟧/g, (_all, one: string, many: string, at: number) => {
    const number = text.slice(0, at).match(/\d[\d.,]*(?=\D*$)/)?.[0];
    return number === '1' ? one : many;
  });
}
