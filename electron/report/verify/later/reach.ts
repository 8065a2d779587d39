import type { LooseObject, Objects } from './document.ts';
import { type LooseValue, nameOf } from './values.ts';

/** Entries that make a reader act, fetch, or show and hide by turns. */
const FORBIDDEN_KEYS = new Set([
  'JS',
  'JavaScript',
  'OpenAction',
  'AA',
  'Launch',
  'URI',
  'XFA',
  'OC',
  'OCProperties',
  'OCGs',
  'EF',
  'RichMediaContent',
  'OPI',
  'Ref',
  'PS',
  'FFilter',
]);
const FORBIDDEN_NAMES = new Set([
  'JavaScript',
  'Launch',
  'URI',
  'GoTo',
  'GoToR',
  'GoToE',
  'SubmitForm',
  'ImportData',
  'Rendition',
  'Hide',
  'SetOCGState',
  'Catalog',
  'Pages',
  'Page',
  'Filespec',
  'EmbeddedFile',
  'OCG',
  'OCMD',
  'PS',
  'Annot',
  'ObjStm',
  'XRef',
]);

/** Follows what an accepted addition consists of: fonts, images, appearances. Old objects end the way. */
export class Reach {
  readonly faults: string[] = [];
  private readonly after: Objects;
  private readonly before: Objects;
  private readonly seen = new Set<number>();

  constructor(after: Objects, before: Objects) {
    this.after = after;
    this.before = before;
  }

  has(id: number): boolean {
    return this.seen.has(id);
  }

  /** This object is accounted for; what it consists of is judged elsewhere. */
  mark(id: number): void {
    this.seen.add(id);
  }

  from(value: LooseValue | undefined): void {
    if (value === undefined) return;
    switch (value.kind) {
      case 'reference': {
        // What stands already was judged when it was written.
        if (this.seen.has(value.id) || this.before.has(value.id)) return;
        this.seen.add(value.id);
        const object = this.after.get(value.id);
        if (object) this.object(object);
        return;
      }
      case 'array':
        for (const item of value.items) this.from(item);
        return;
      case 'dictionary':
        for (const [key, item] of value.entries) {
          if (FORBIDDEN_KEYS.has(key)) this.faults.push(key);
          const name = key === 'Type' || key === 'Subtype' || key === 'S' ? nameOf(item) : null;
          if (name !== null && FORBIDDEN_NAMES.has(name)) this.faults.push(name);
          this.from(item);
        }
        return;
      default:
    }
  }

  private object({ value, stream }: LooseObject): void {
    // A stream whose bytes lie in another file.
    if (stream !== null && value.kind === 'dictionary' && value.entries.has('F')) this.faults.push('F');
    this.from(value);
  }
}
