import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKind } from '#shared/log/document-kinds.ts';
import { brokenLink, type LogEntry, type LogHead, nextEntry } from '#shared/log/entry.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const told = fc.record({
  at: fc.constantFrom('2024-01-05T02:00:00Z', '2024-01-05T02:00:01Z'),
  login: fc.string({ maxLength: 8 }),
  kind: fc.constantFrom('created', 'edited', 'settings'),
  subject: fc.record({ changeSet: fc.nat() }).map((subject) => JSON.stringify(subject)),
  content: fc.string({ maxLength: 20 }).map(sha256),
});

const chain = fc.array(told, { minLength: 1, maxLength: 30 }).map((deeds) => {
  const entries: LogEntry[] = [];
  let head: LogHead | null = null;
  for (const deed of deeds) {
    const entry: LogEntry = nextEntry(head, deed, sha256);
    entries.push(entry);
    head = entry;
  }
  return entries;
});

const headOf = (entries: readonly LogEntry[]): LogHead | null => entries.at(-1) ?? null;
const somewhere = (entries: readonly LogEntry[], at: number): number => at % entries.length;

describe('the chain of the log', () => {
  it('holds as it was written, also against its head', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        expect(brokenLink(entries, sha256)).toBeNull();
        expect(brokenLink(entries, sha256, headOf(entries))).toBeNull();
        expect(brokenLink([], sha256, null)).toBeNull();
      }),
    );
  });

  it('names the entry of which any single part was changed', () => {
    const part = fc.constantFrom('seq', 'at', 'login', 'kind', 'subject', 'content', 'previous', 'hash');
    fc.assert(
      fc.property(chain, fc.nat(), part, fc.string(), (entries, at, name, text) => {
        const place = somewhere(entries, at);
        const before = entries[place] as LogEntry;
        const value = name === 'seq' ? before.seq + 1 + text.length : text;
        fc.pre(before[name as keyof LogEntry] !== value);
        const changed = entries.with(place, { ...before, [name]: value });
        expect(brokenLink(changed, sha256)?.seq).toBe(place + 1);
      }),
    );
  });

  it('names the place of an entry that was changed and given a fitting hash: the next one does not hold on to it', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (entries, at) => {
        const place = somewhere(entries, at);
        const { seq: _seq, previous: _previous, hash: _hash, ...deed } = entries[place] as LogEntry;
        const forged = nextEntry(
          place === 0 ? null : (entries[place - 1] as LogEntry),
          { ...deed, login: `${deed.login}x` },
          sha256,
        );
        const changed = entries.with(place, forged);
        const broken = brokenLink(changed, sha256, headOf(entries));
        expect(broken).toEqual(
          place === entries.length - 1
            ? { seq: entries.length, part: 'end' }
            : { seq: place + 2, part: 'previous' },
        );
      }),
    );
  });

  it('names the place from which an entry was removed', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (entries, at) => {
        const place = somewhere(entries, at);
        const broken = brokenLink(entries.toSpliced(place, 1), sha256, headOf(entries));
        expect(broken).toEqual(
          place === entries.length - 1
            ? { seq: entries.length, part: 'end' }
            : { seq: place + 1, part: 'sequence' },
        );
      }),
    );
  });

  it('names the place at which an entry was put in, whatever hash it brings', () => {
    fc.assert(
      fc.property(chain, fc.nat(), told, (entries, at, deed) => {
        const place = at % (entries.length + 1);
        const extra = nextEntry(place === 0 ? null : (entries[place - 1] as LogEntry), deed, sha256);
        const broken = brokenLink(entries.toSpliced(place, 0, extra), sha256, headOf(entries));
        expect(broken).toEqual(
          place === entries.length
            ? { seq: entries.length, part: 'end' }
            : { seq: place + 2, part: 'sequence' },
        );
      }),
    );
  });

  it('names the first of two entries that changed places', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(), (entries, a, b) => {
        const [first, second] = [somewhere(entries, a), somewhere(entries, b)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        fc.pre(first !== second);
        const changed = entries
          .with(first, entries[second] as LogEntry)
          .with(second, entries[first] as LogEntry);
        expect(brokenLink(changed, sha256)).toEqual({ seq: first + 1, part: 'sequence' });
      }),
    );
  });
});

describe('documents beside the records', () => {
  it.each([
    ['profile', 'settings'],
    ['settings.report-due-days', 'settings'],
    ['ledgers.kept', 'settings'],
    ['backups.last', null],
    ['backups.folder', 'backed-up'],
    ['targets.set.own.1', 'targets'],
    ['receiver.units', 'receiver'],
    ['receipts.taken.x', 'receipt'],
    ['trust.hand-over.x', 'trust'],
    ['something.new', 'settings'],
    ['report-draft.2024-Q1', null],
    ['imports.mappings.staff', null],
  ])('%s is told as %s', (key, kind) => {
    expect(documentKind(key)).toBe(kind);
  });
});
