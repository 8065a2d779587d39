import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { networkKind } from '#electron/application/app/network-folder.ts';
import { createBackend } from '#electron/application/backend.ts';
import { profile } from '../contract/support/valid-inputs.ts';
import { CHEAP, TEST_PASSPHRASE } from '../support/secrets.ts';

const MOUNTS = [
  'proc /proc proc rw 0 0',
  '/dev/sda1 / ext4 rw,relatime 0 0',
  '//may-chu/chung /mnt/chung cifs rw 0 0',
  '//may-chu/chung /mnt/o\\040chung smb3 rw 0 0',
  'may-chu:/nha /home/nha nfs4 rw 0 0',
  'nguoi@may-chu: /mnt/ssh fuse.sshfs rw 0 0',
  '/dev/sdb1 /media/usb vfat rw 0 0',
  '/dev/sdc1 /mnt/chung/trong ext4 rw 0 0',
].join('\n');
const linux = { platform: 'linux' as const, real: (path: string) => path, mounts: () => MOUNTS };
const missing = (): never => {
  throw new Error('ENOENT');
};

describe('a folder on another machine', () => {
  it.each([
    ['/home/an/.local/share/so-chat-luong', null],
    ['/media/usb/so-chat-luong', null],
    ['/mnt/chung', 'cifs'],
    ['/mnt/chung/so-chat-luong', 'cifs'],
    ['/mnt/chungcu', null],
    ['/mnt/o chung/a', 'smb3'],
    ['/home/nha/an', 'nfs4'],
    ['/mnt/ssh/a', 'fuse.sshfs'],
    ['/mnt/chung/trong/a', null],
  ])('Linux: %s is %s', (folder, kind) => {
    expect(networkKind(folder, linux)).toBe(kind);
  });

  it.each([
    ['\\\\may-chu\\chung\\so-chat-luong', 'unc'],
    ['//may-chu/chung', 'unc'],
    ['\\\\?\\UNC\\may-chu\\chung', 'unc'],
    ['\\\\?\\C:\\du-lieu', null],
    ['C:\\Users\\An\\AppData\\Local\\so-chat-luong', null],
  ])('Windows: %s is %s', (folder, kind) => {
    expect(networkKind(folder, { platform: 'win32', real: (path) => path, mounts: missing })).toBe(kind);
  });

  it('Windows: a mapped drive is seen through, a folder that is not there yet by the one above', () => {
    const real = (path: string) =>
      path === 'Z:\\' || path === 'Z:' || path === '.' ? '\\\\may-chu\\chung' : missing();
    expect(networkKind('Z:\\', { platform: 'win32', real, mounts: missing })).toBe('unc');
  });

  it('a link leads there, a machine that tells nothing is trusted', () => {
    expect(networkKind('/du-lieu', { ...linux, real: () => '/mnt/chung/x' })).toBe('cifs');
    expect(networkKind('/du-lieu', { ...linux, mounts: missing })).toBeNull();
  });

  it('is refused with the reason, and nothing is made there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scl-remote-'));
    const backend = createBackend({
      dataDir: folder,
      resourcesDir: join(import.meta.dirname, '../../resources'),
      version: '0.0.0',
      costs: CHEAP,
      log: { fault: () => '', note: () => {} },
      remote: () => 'cifs',
    });
    expect(await backend.call('app.state', {})).toMatchObject({
      phase: 'repair',
      fault: { code: 'DATA_FOLDER_REMOTE', params: { kind: 'cifs' } },
    });
    await expect(
      backend.call('app.initialise', {
        profile,
        login: 'thu',
        passphrase: TEST_PASSPHRASE,
        backupFolder: null,
      }),
    ).rejects.toMatchObject({ code: 'DATA_FOLDER_REMOTE' });
    await backend.close();
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
