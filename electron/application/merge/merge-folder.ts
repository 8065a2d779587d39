/** Inside the data folder: books that are about to be joined, each in a folder of its own, as encrypted as they came. */
export const MERGE_FOLDER = 'merging';
