import { resolve } from 'node:path';

export const resourcesDir = resolve(import.meta.dirname, '../../../resources');
