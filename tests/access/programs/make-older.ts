// Leaves the folder of an older version in the first argument, for the window's tests.
import { olderFolder } from '../support/older-folder.ts';

await olderFolder(process.argv[2] ?? '');
