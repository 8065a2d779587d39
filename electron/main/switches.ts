/**
 * Switches of Chromium and Node that would open the packaged program to others or take its protections away
 * (SECURITY 2, 19). Whoever can pass them can harm the user in other ways too; a shortcut or a script that carries
 * one of them should fail loudly and not run half protected.
 */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'no-sandbox',
  'disable-gpu-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'load-extension',
  'js-flags',
  'enable-blink-features',
  'host-resolver-rules',
  'host-rules',
  'proxy-server',
  'proxy-pac-url',
  'log-net-log',
  'user-data-dir',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
] as const;

/** The first such switch on a command line, or null. Chromium takes one dash, two, and on Windows a slash. */
export function refusedSwitch(argv: readonly string[], platform: string = process.platform): string | null {
  const pattern = platform === 'win32' ? /^(?:--?|\/)([a-z-]+)(?:=|$)/i : /^--?([a-z-]+)(?:=|$)/i;
  for (const argument of argv.slice(1)) {
    if (argument === '--') return null;
    const name = pattern.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && (REFUSED as readonly string[]).includes(name))
      return argument.split('=')[0] ?? argument;
  }
  return null;
}
