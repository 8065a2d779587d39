export { inspectFile } from './inspect-file.ts';
export { readRecords } from './read-records.ts';
export { writeBadRows } from './write-bad-rows.ts';
