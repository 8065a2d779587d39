/** Devices of Windows that a file may not be called after, whatever its ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const SEGMENT = /^[\p{L}\p{N}_@+~,()[\]=&'!#%. -]{1,120}$/u;

/** A path inside the program's folder, with `/`: no way out of it on any system. */
export function isInnerPath(path: string): boolean {
  if (path.length > 400) return false;
  return path
    .split('/')
    .every(
      (part) =>
        SEGMENT.test(part) &&
        part !== '..' &&
        part !== '.' &&
        !/[. ]$/.test(part) &&
        !part.startsWith(' ') &&
        !RESERVED.test(part),
    );
}
