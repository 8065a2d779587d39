import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from './app.ts';

// A print service of the test's own: the real cupsd of Debian without root, its folders, socket and queues in a
// temporary folder. The queue's last program writes what a printer would get into a file (docs/toolchain.md).

/** Where Debian keeps the parts of CUPS. */
const PARTS = '/usr/lib/cups';
const CUPSD = '/usr/sbin/cupsd';

/** What the printer got: its PDF and the options of the job. */
export interface PrintedJob {
  readonly pdf: string;
  readonly title: string;
  readonly copies: number;
  readonly options: string;
}

export interface PrintService {
  /** For the app's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Adds a queue; `label` is what people call it. */
  addQueue(name: string, label: string, options?: { readonly duplex?: boolean }): void;
  makeDefault(name: string): void;
  /** Stops the queue: it takes papers and keeps them. */
  pause(name: string): void;
  resume(name: string): void;
  /** The queue takes no papers any more. */
  refuse(name: string): void;
  remove(name: string): void;
  /** Ids of the papers waiting in a queue. */
  waiting(name: string): string[];
  /** Waits until `count` papers came out and gives the last one. */
  printed(count: number): Promise<PrintedJob>;
  /** How many papers came out. */
  count(): number;
  stop(): Promise<void>;
}

/** Starts cupsd; there is no queue yet. */
export async function startPrintService(): Promise<PrintService> {
  const root = temporaryFolder();
  const at = (...parts: string[]) => join(root, ...parts);
  for (const folder of ['etc/ppd', 'spool/tmp', 'cache', 'state', 'log', 'bin/backend', 'out']) {
    mkdirSync(at(folder), { recursive: true });
  }
  for (const part of ['filter', 'daemon', 'notifier']) {
    symlinkSync(join(PARTS, part), at('bin', part));
  }
  writeFileSync(at('bin/backend/pdfbox'), BACKEND);
  chmodSync(at('bin/backend/pdfbox'), 0o755);
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  writeFileSync(at('etc/cups-files.conf'), serviceFiles(root, user, group));
  // The name of a Unix socket has at most 107 letters.
  const socket = at('s');
  writeFileSync(at('etc/cupsd.conf'), serviceRules(socket));
  const service = spawn(CUPSD, ['-f', '-c', at('etc/cupsd.conf'), '-s', at('etc/cups-files.conf')], {
    stdio: 'ignore',
  });
  // Also where the tests break off before they stop it.
  process.once('exit', () => service.kill());
  const env = { CUPS_SERVER: socket };
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { env: { ...process.env, ...env, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' });
  await untilThere(service, socket);

  const out = at('out');
  const jobs = () => readdirSync(out).filter((name) => name.endsWith('.pdf'));
  return {
    env,
    addQueue(name, label, { duplex = true } = {}) {
      const description = at(`${name}.ppd`);
      writeFileSync(description, printerDescription(duplex));
      run('/usr/sbin/lpadmin', '-p', name, '-D', label, '-v', `pdfbox:${out}`, '-P', description, '-E');
    },
    makeDefault: (name) => void run('/usr/sbin/lpadmin', '-d', name),
    pause: (name) => void run('/usr/sbin/cupsdisable', name),
    resume: (name) => void run('/usr/sbin/cupsenable', name),
    refuse: (name) => void run('/usr/sbin/cupsreject', name),
    remove: (name) => void run('/usr/sbin/lpadmin', '-x', name),
    waiting: (name) =>
      run('lpstat', '-o', name)
        .split('\n')
        .flatMap((line) => line.split(' ')[0] || []),
    count: () => jobs().length,
    async printed(count) {
      const end = Date.now() + 30_000;
      while (jobs().length < count) {
        if (Date.now() > end) throw new Error(`only ${jobs().length} papers came out`);
        await wait(100);
      }
      const last = jobs().sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))[count - 1] ?? '';
      const [, , title = '', copies = '', options = ''] = readFileSync(
        join(out, last.replace('.pdf', '.args')),
        'utf8',
      ).split('\n');
      return { pdf: join(out, last), title, copies: Number(copies), options };
    },
    async stop() {
      if (service.exitCode !== null) return;
      service.kill();
      await new Promise((resolve) => service.once('exit', resolve));
    },
  };
}

async function untilThere(service: ChildProcess, socket: string): Promise<void> {
  for (let step = 0; step < 100; step += 1) {
    if (existsSync(socket)) return;
    if (service.exitCode !== null) break;
    await wait(100);
  }
  throw new Error('cupsd does not start: are the Debian packages of .ci/setup/debian.mjs there?');
}

/** The end of a queue: instead of talking to a printer it keeps the job and its arguments, one a line. */
const BACKEND = `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct pdfbox "Unknown" "PDF box"'; exit 0; }
OUT=\${DEVICE_URI#pdfbox:}
printf '%s\\n' "$1" "$2" "$3" "$4" "$5" > "$OUT/$1.args"
cat \${6:+"$6"} > "$OUT/$1.part" && mv "$OUT/$1.part" "$OUT/$1.pdf"
`;

function serviceFiles(root: string, user: string, group: string): string {
  return `RequestRoot ${root}/spool
CacheDir ${root}/cache
StateDir ${root}/state
ServerBin ${root}/bin
ServerRoot ${root}/etc
TempDir ${root}/spool/tmp
AccessLog ${root}/log/access_log
ErrorLog ${root}/log/error_log
PageLog ${root}/log/page_log
User ${user}
Group ${group}
SystemGroup ${group}
Sandboxing Off
`;
}

/** Reached by its socket alone, so that nothing of the network is touched and two runs never meet. */
function serviceRules(socket: string): string {
  return `Listen ${socket}
Browsing Off
DefaultAuthType None
WebInterface No
LogLevel warn
PreserveJobHistory Yes
<Location />
Order deny,allow
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
`;
}

/** A printer that takes PDF: A4, margins of 4 mm it cannot print on, both sides or not. */
function printerDescription(duplex: boolean): string {
  const sizes = (keyword: string) => `*OpenUI *${keyword}/Paper: PickOne
*OrderDependency: 10 AnySetup *${keyword}
*Default${keyword}: A4
*${keyword} A4/A4: "<</PageSize[595 842]>>setpagedevice"
*${keyword} A5/A5: "<</PageSize[420 595]>>setpagedevice"
*CloseUI: *${keyword}
`;
  return `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "PDFBOX.PPD"
*Manufacturer: "Test"
*Product: "(PDF box)"
*ModelName: "PDF box"
*ShortNickName: "PDF box"
*NickName: "PDF box"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
${sizes('PageSize')}${sizes('PageRegion')}*DefaultImageableArea: A4
*ImageableArea A4/A4: "12 12 583 830"
*ImageableArea A5/A5: "12 12 408 583"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A5/A5: "420 595"
${
  duplex
    ? `*OpenUI *Duplex/Both sides: PickOne
*OrderDependency: 20 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: "<</Duplex false>>setpagedevice"
*Duplex DuplexNoTumble/Long edge: "<</Duplex true/Tumble false>>setpagedevice"
*Duplex DuplexTumble/Short edge: "<</Duplex true/Tumble true>>setpagedevice"
*CloseUI: *Duplex
`
    : ''
}`;
}
