/** Small named documents (profile, preferences, drafts, …), each a JSON value with a key. */
export interface DocumentStore {
  /** The value, or undefined when there is none. */
  get(key: string): unknown;
  /** Keys that begin with a prefix, sorted. */
  keys(prefix: string): string[];
}
