/** Lays rows out in columns: text to the left, figures (`right`) to the right. The first row is the heading. */
export function table(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const widths = right.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
        return right[column] ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd();
  const [heading, ...body] = rows.map(line);
  return heading === undefined ? [] : [heading, widths.map((size) => '─'.repeat(size)).join('  '), ...body];
}

/** Letters as a terminal shows them: composed, without marks that stand alone. */
function width(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}
