import { describe, expect, it } from 'vitest';
import { isInnerPath } from '#electron/application/update/inner-path.ts';
import {
  afterGoodStart,
  afterIdleStart,
  afterInstall,
  decide,
  NO_UPDATE,
  type Pointer,
  parsePointer,
} from '#electron/application/update/pointer.ts';
import { compareVersions, isVersion } from '#electron/application/update/version.ts';
import { refusedSwitch } from '#electron/main/switches.ts';

const fresh = { version: '0.2.0', entry: 'so-chat-luong' };
const older = { version: '0.1.5', entry: 'so-chat-luong' };
const there = () => true;
const gone = () => false;

/** Starts the program again and again without its ever showing a page; what ran each time. */
function failingStarts(begin: Pointer, times: number): (string | null)[] {
  let found = begin;
  return Array.from({ length: times }, () => {
    const { run, next } = decide(found, '0.1.0', there, true);
    found = next ?? found;
    return run?.version ?? null;
  });
}

describe('which version is started', () => {
  it('a new one is tried twice; then the first one is back by itself, for good', () => {
    expect(failingStarts(afterInstall(NO_UPDATE, fresh), 5)).toEqual(['0.2.0', '0.2.0', null, null, null]);
  });

  it('the one before comes back where it was good', () => {
    const before = afterGoodStart(afterInstall(NO_UPDATE, older), '0.1.5');
    expect(failingStarts(afterInstall(before, fresh), 4)).toEqual(['0.2.0', '0.2.0', '0.1.5', '0.1.5']);
  });

  it('one that was never good is not come back to', () => {
    expect(failingStarts(afterInstall(afterInstall(NO_UPDATE, older), fresh), 3)).toEqual([
      '0.2.0',
      '0.2.0',
      null,
    ]);
  });

  it('one that has shown its page is started from then on', () => {
    const good = afterGoodStart(afterInstall(NO_UPDATE, fresh), '0.2.0');
    expect(failingStarts(good, 9)).toEqual(Array(9).fill('0.2.0'));
  });

  it('a second window and commands do not count as tries', () => {
    let found = afterInstall(NO_UPDATE, fresh);
    for (let n = 0; n < 5; n += 1)
      found = afterIdleStart(decide(found, '0.1.0', there, true).next ?? found, '0.2.0');
    expect(found.starts).toBe(0);
    expect(decide(found, '0.1.0', there, false)).toEqual({ run: fresh, next: null });
  });

  it('a version whose files are gone, or that the first one has overtaken, is not started', () => {
    const found = afterInstall(NO_UPDATE, fresh);
    expect(decide(found, '0.1.0', gone, true)).toMatchObject({
      run: null,
      next: { left: { why: 'failed' } },
    });
    expect(decide(found, '0.2.0', there, true)).toEqual({ run: null, next: null });
  });
});

describe('what is read from the disk', () => {
  it('nothing but a whole pointer is taken', () => {
    const good = afterInstall(NO_UPDATE, fresh);
    expect(parsePointer(JSON.stringify(good))).toEqual(good);
    for (const text of ['', '{', 'null', '[]', '{}', '{"format":2}']) expect(parsePointer(text)).toBeNull();
    for (const current of [
      { version: '../../tmp', entry: 'x' },
      { version: '0.2.0', entry: '../x' },
      { version: '0.2.0', entry: 'a/b' },
      { version: '0.2.0', entry: '' },
      { version: 2, entry: 'x' },
      'x',
    ])
      expect(parsePointer(JSON.stringify({ ...good, current }))).toBeNull();
  });

  it('no path leads out of its folder', () => {
    for (const path of ['a', 'resources/app.asar', 'locales/vi.pak', 'Sổ Chất Lượng.exe', '@koromix/a-b_1'])
      expect(isInnerPath(path), path).toBe(true);
    for (const path of [
      ...['', '/a', 'a/', '../a', 'a/../b', './a', 'a//b', 'a\\b', 'C:/a', 'a:b', 'a\0', 'a\n'],
      ...['con', 'NUL.txt', 'a/com1', 'a.', 'a ', ' a', 'a*', 'a?', 'a"', 'a'.repeat(500)],
    ])
      expect(isInnerPath(path), path).toBe(false);
  });

  it('versions are compared as numbers', () => {
    expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
    expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
    for (const text of ['1', '1.0', '1.0.0-beta', '01.0.0', '1.0.0 ', '../1', '1.0.0.0'])
      expect(isVersion(text)).toBe(false);
  });
});

describe('switches that would take a protection away', () => {
  it('are named, however they are written', () => {
    for (const given of [
      '--remote-debugging-port=9222',
      '--inspect',
      '-inspect=0',
      '--no-sandbox',
      '--No-Sandbox',
    ])
      expect(refusedSwitch(['x', given], 'linux'), given).not.toBeNull();
    expect(refusedSwitch(['x', '/remote-debugging-port=1'], 'win32')).not.toBeNull();
    expect(refusedSwitch(['x', '/inspect'], 'linux')).toBeNull();
    for (const given of ['evaluate', '--data', '--headless-shot=a', '--ozone-platform=headless', '--json'])
      expect(refusedSwitch(['x', given], 'linux'), given).toBeNull();
  });
});
