import { expect, it } from 'vitest';
import { describe as describeError } from '#electron/application/app/log.ts';

// The program's diary is handed to helpers: places in the program may stand in it, folders of a person may not.

it('names the place of a fault without the folders it lies in', () => {
  const error = new TypeError('x is not a function');
  error.stack = [
    'TypeError: x is not a function',
    '    at C:\\Users\\Nguyễn Văn A (UBND xã)\\AppData\\app\\index.cjs:10:5',
    '    at async C:\\Users\\Nguyễn Văn A\\AppData\\app\\index.cjs:11:5',
    '    at Object.<anonymous> (C:\\Users\\Nguyễn Văn A\\app\\x.cjs:12:5)',
    '    at /home/Trần Thị B (một cửa)/so/x.ts:1:2',
    '    at saveDossier (file:///C:/Users/Nguy%E1%BB%85n/save.ts:2:3)',
  ].join('\n');
  expect(describeError(error).stack).toEqual([
    '- index.cjs:10:5',
    '- index.cjs:11:5',
    'Object.<anonymous> x.cjs:12:5',
    '- x.ts:1:2',
    'saveDossier save.ts:2:3',
  ]);
});
