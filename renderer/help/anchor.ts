/** The name of a heading in links: that of GitHub, so that the guide can be read there too. */
export function anchorOf(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}
