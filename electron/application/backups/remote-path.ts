/**
 * Whether Windows would ask another machine for a path as soon as it is looked at: `\\server\share`, `//server/share`, and
 * whatever else begins with two strokes (`\\?\UNC`, `\\.\UNC`). The choice of a place for copies stands in a file that
 * bears no proof; the name and the credentials of whoever works here would go to a machine of a stranger's choice.
 */
export function isRemotePath(path: string, platform: NodeJS.Platform = process.platform): boolean {
  return platform === 'win32' && /^[\\/]{2}/.test(path);
}
