import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What has to be known of the machine to tell where a folder lies. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** The path with drives and links followed. Throws where there is nothing. */
  readonly real: (path: string) => string;
  /** Linux: the text of /proc/self/mounts. */
  readonly mounts: () => string;
}

const thisMachine: Machine = {
  platform: process.platform,
  // The native one: on Windows it names the share behind a mapped drive.
  real: (path) => realpathSync.native(path),
  mounts: () => readFileSync('/proc/self/mounts', 'utf8'),
};

/** File systems of other machines, as Linux names them. */
const REMOTE =
  /^(cifs|smb3|smbfs|smb2|nfs[34]?|ncpfs?|afs|coda|ceph|glusterfs|lustre|davfs2?|9p_net|ocfs2|gfs2?|beegfs|fuse\.(sshfs|smbnetfs|davfs2?|glusterfs|ceph|rclone|s3fs|gvfsd-fuse|curlftpfs|gcsfuse|onedrive|google-drive-ocamlfuse))$/;

/**
 * Whether a folder, there or still to be made, lies on another machine, and how it was reached: `unc`, or the kind of
 * the file system; null for a disk of this one. SQLite's locks and its log need one machine: over a network two programs
 * may write at once, and a break in the line may tear a write (https://sqlite.org/useovernet.html). macOS is not told.
 */
export function networkKind(folder: string, machine: Machine = thisMachine): string | null {
  if (isShare(folder, machine)) return 'unc';
  const real = realOf(machine.platform === 'win32' ? folder : resolve(folder), machine);
  if (machine.platform === 'win32') return isShare(real, machine) ? 'unc' : null;
  if (machine.platform !== 'linux') return null;
  return kindOfMount(real, machine);
}

/** `\\server\share`, `//server/share`, `\\?\UNC\server\share`; not `\\?\C:\` and `\\.\`. */
function isShare(path: string, { platform }: Machine): boolean {
  if (platform !== 'win32') return false;
  const text = path.replaceAll('/', '\\');
  return /^\\\\\?\\UNC\\/i.test(text) || /^\\\\[^\\?.]/.test(text);
}

/** Of the nearest folder above that is there. */
function realOf(folder: string, machine: Machine): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return machine.real(at);
    } catch {
      if (dirname(at) === at) return folder;
    }
  }
}

function kindOfMount(path: string, { mounts }: Machine): string | null {
  let [longest, kind] = [-1, ''];
  let text: string;
  try {
    text = mounts();
  } catch {
    return null;
  }
  for (const line of text.split('\n')) {
    const [, place, found] = line.split(' ');
    if (place === undefined || found === undefined) continue;
    // Blanks and the like stand as octal numbers.
    const point = place.replace(/\\([0-7]{3})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8)),
    );
    const within = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    // Of several at one place the last one is seen.
    if (within && point.length >= longest) [longest, kind] = [point.length, found];
  }
  return REMOTE.test(kind) ? kind : null;
}
