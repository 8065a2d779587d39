import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every regular file under a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Where some texts stand readable in the files of a folder, in UTF-8 or UTF-16 of either order. */
export function readable(folder: string, texts: Iterable<string>): string[] {
  const byStart = new Map<number, { readonly text: string; readonly bytes: Buffer }[]>();
  for (const text of new Set(texts)) {
    if (text.length < 5) throw new Error(`too short to be found with certainty: ${text}`);
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [Buffer.from(text, 'utf8'), little, Buffer.from(little).swap16()]) {
      const start = bytes.readUInt32LE(0);
      const known = byStart.get(start);
      if (known) known.push({ text, bytes });
      else byStart.set(start, [{ text, bytes }]);
    }
  }
  const found: string[] = [];
  for (const file of filesIn(folder)) {
    const content = readFileSync(file);
    for (let at = 0; at + 4 <= content.length; at += 1) {
      for (const { text, bytes } of byStart.get(content.readUInt32LE(at)) ?? [])
        if (content.subarray(at, at + bytes.length).equals(bytes))
          found.push(`${relative(folder, file)}: ${text}`);
    }
  }
  return found;
}
