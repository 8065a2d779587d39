/** An input with one thing wrong, and where. */
export interface Mutant {
  readonly where: string;
  readonly input: unknown;
}

const LONG = 'ầ'.repeat(200_001);
const ODD_VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  10n,
  '',
  'không có',
  LONG,
  '../../etc/passwd',
  "'; DROP TABLE dossier; --",
  [],
  [null],
  {},
  { __proto__: null },
  new Date(0),
  new Map(),
  Symbol('x'),
  () => 1,
];

/** Every way of putting an odd value somewhere, of leaving a member out, and of adding one that is not known. */
export function mutantsOf(valid: unknown): Mutant[] {
  const found: Mutant[] = ODD_VALUES.map((input) => ({ where: '(whole)', input }));
  collect(
    valid,
    [],
    (path, change) => found.push({ where: path.join('.') || '(whole)', input: change }),
    (value) => value,
  );
  return found;
}

function collect(
  value: unknown,
  path: readonly string[],
  add: (path: readonly string[], input: unknown) => void,
  wrap: (value: unknown) => unknown,
): void {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return;
  const entries = Object.entries(value);
  const rebuild = (changed: readonly (readonly [string, unknown])[]): unknown =>
    Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
  if (!Array.isArray(value)) {
    add([...path, '+extra'], wrap({ ...value, extra: 1 }));
    add(
      [...path, '+__proto__'],
      wrap(
        JSON.parse(
          `${JSON.stringify(value).slice(0, -1)}${entries.length > 0 ? ',' : ''}"__proto__":{"polluted":true}}`,
        ),
      ),
    );
  } else {
    add([...path, '+many'], wrap(Array.from({ length: 5001 }, () => value[0] ?? 1)));
  }
  entries.forEach(([name, member], index) => {
    const withMember = (changed: unknown): unknown =>
      wrap(rebuild(entries.map((entry, n) => (n === index ? [name, changed] : entry))));
    add([...path, `-${name}`], wrap(rebuild(entries.filter((_, n) => n !== index))));
    for (const odd of ODD_VALUES) add([...path, name], withMember(odd));
    collect(member, [...path, name], add, withMember);
  });
}
