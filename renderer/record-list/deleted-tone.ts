/** Deleted records stand struck through among the others. */
export function deletedTone(row: { readonly deleted: boolean }): 'deleted' | null {
  return row.deleted ? 'deleted' : null;
}
