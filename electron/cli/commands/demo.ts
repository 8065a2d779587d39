import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { importWhole, SAMPLE_LISTS, sampleProfile } from '#electron/application/app/sample.ts';
import { evaluate } from '#electron/application/evaluation/evaluate.ts';
import { explain } from '#electron/application/evaluation/explain.ts';
import { drawPaper } from '#electron/application/papers/paper-pdf.ts';
import { writeAtomically } from '#electron/common/write-atomically.ts';
import type { Evaluation } from '#shared/domain/evaluation.ts';
import { formatDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import { formatCount } from '#shared/i18n/format.ts';
import type { Environment, Outcome } from '../environment.ts';
import { objectiveLines, ratioText } from '../figures.ts';
import { inFolderOf, type OpenFolder } from '../open-folder.ts';
import type { Arguments } from '../parse-arguments.ts';
import type { Words } from '../words.ts';
import { makeFolder } from './init.ts';
import { signReport } from './report.ts';
import { verifyPaths } from './verify.ts';

const PERIODS = ['2024-Q1', '2024-Q2', '2024-H1'] as const;
const REPORTED = '2024-Q1';
const YEAR = '2024-Y';
const PLAN_FILE = 'ke-hoach-2024.pdf';
/** Protects the folder of the demonstration and its key, which signs for nobody. */
const PASSPHRASE = 'xã mẫu Phước An';

/** `demo [--out DIR]`: the whole job on the sample commune; its files stay. */
export async function demo(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const { fill, cli, lang } = words;
  const folder = outFolder(args.values.get('out'));
  const data = join(folder, 'du-lieu');
  const lines = [fill(cli.demo.start, { folder }), ''];
  const profile = sampleProfile(environment.resourcesDir);
  const world = {
    ...environment,
    environment: { ...environment.environment, SCL_PASSPHRASE: PASSPHRASE },
  };
  await makeFolder(data, profile, world);
  lines.push(fill(cli.demo.init, { unit: profile.unit.name, receiver: profile.receiver.to }));
  for (const { file } of SAMPLE_LISTS)
    copyFileSync(join(environment.resourcesDir, 'sample', file), join(folder, file));

  const done = await inFolderOf(data, null, lang, world, async (open) => {
    const imports = [];
    for (const { file, kind } of SAMPLE_LISTS)
      imports.push(await importWhole(open.workspace, open.backend.files.register(join(folder, file)), kind));
    const evaluations = PERIODS.map((period) => evaluate(open.workspace, { period }));
    const explanation = explain(open.workspace, { period: REPORTED }, '2.3');
    const { objectives } = await open.backend.call('evaluation.targetSet', {});
    const signed = await makeReport(open, folder, profile.unit.name, words);
    const plan = join(folder, PLAN_FILE);
    const { pdf } = await drawPaper(open.workspace, { kind: 'plan', period: YEAR });
    await writeAtomically(plan, pdf);
    const checked = await open.backend.call('app.check', {});
    return { imports, evaluations, explanation, objectives, signed, plan, checked };
  });

  for (const { file, read, added, updated, bad, ignored } of done.imports)
    lines.push(fill(cli.demo.import, { file, read, added, updated, bad, ignored }));
  for (const evaluation of done.evaluations) {
    const { id, from, to } = evaluation.period;
    lines.push('', fill(cli.demo.evaluate, { period: id, from: formatDate(from), to: formatDate(to) }), '');
    lines.push(...objectiveLines(evaluation.objectives, done.objectives, words).map((line) => `   ${line}`));
  }
  const [first] = done.evaluations;
  lines.push(
    '',
    fill(cli.demo.explain, {
      period: REPORTED,
      ratio: first === undefined ? null : onlineRatio(first, words),
      counted: formatCount(done.explanation.counted.length, lang),
      against: formatCount(done.explanation.against.length, lang),
    }),
  );
  lines.push(fill(cli.demo.plan, { file: done.plan, size: formatCount(statSync(done.plan).size, lang) }));
  const { key, report, certificate } = done.signed;
  lines.push(fill(cli.demo.key, { subject: key.subject, fingerprint: key.fingerprint }));
  lines.push(
    fill(cli.demo.report, { period: REPORTED, file: report.path, size: formatCount(report.size, lang) }),
  );

  const verdicts = await verifyAll(report.path, certificate, folder, environment, words);
  lines.push(
    fill(cli.demo.verify, { verdict: cli.verify.words[verdicts.trusted] }),
    fill(cli.demo.verifyAlone, { verdict: cli.verify.words[verdicts.alone] }),
    fill(cli.demo.altered, { verdict: cli.verify.words[verdicts.altered] }),
  );
  lines.push(
    fill(cli.demo.check, { result: done.checked.ok ? cli.demo.sound : done.checked.problems.join('; ') }),
  );
  lines.push('', fill(cli.demo.files, { folder }), ...filesIn(folder).map((file) => `   ${file}`));
  const good =
    done.checked.ok &&
    verdicts.trusted === 'valid' &&
    verdicts.alone === 'unknown' &&
    verdicts.altered === 'invalid';
  return {
    json: {
      folder,
      imports: done.imports,
      evaluations: done.evaluations,
      plan: done.plan,
      report: report.path,
      certificate,
      verdicts,
      check: done.checked,
    },
    lines,
    exit: good ? 0 : 1,
  };
}

/** Makes a key, signs the first quarter with it, and leaves report and certificate beside the data. */
async function makeReport({ backend }: OpenFolder, folder: string, unit: string, words: Words) {
  const key = await backend.call('keys.create', { name: unit.slice(0, 100), passphrase: PASSPHRASE });
  const certificate = join(folder, 'chung-thu.pem');
  await backend.call('keys.saveCertificate', { keyId: key.id, target: backend.files.register(certificate) });
  const path = join(folder, `bao-cao-${REPORTED}.pdf`);
  const { entry } = await signReport(backend, {
    period: REPORTED,
    out: path,
    key: { kind: 'app', keyId: key.id, passphrase: PASSPHRASE },
    number: '05/BC-UBND',
    date: undefined,
    reason: words.cli.demo.reason,
  });
  return { key, certificate, report: { path, size: entry.size } };
}

/** What the receiver's check says with the certificate, without it, and of a file with one byte changed. */
async function verifyAll(
  path: string,
  certificate: string,
  folder: string,
  environment: Environment,
  words: Words,
) {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const altered = join(folder, `bao-cao-${REPORTED}-sua-mot-byte.pdf`);
  writeFileSync(altered, bytes);
  const verdictOf = async (file: string, trust: string | null) =>
    (await verifyPaths([file], trust, environment, words.lang))[0]?.verdict ?? 'unknown';
  return {
    trusted: await verdictOf(path, certificate),
    alone: await verdictOf(path, null),
    altered: await verdictOf(altered, certificate),
  };
}

function onlineRatio(evaluation: Evaluation, words: Words): string {
  const objective = evaluation.objectives.find(({ id }) => id === '2.3');
  return objective === undefined ? '—' : ratioText(objective, words);
}

/** An empty folder to work in: the given one, or a new one among the temporary folders. */
function outFolder(given: string | undefined): string {
  if (given === undefined) return mkdtempSync(join(tmpdir(), 'so-chat-luong-demo-'));
  const folder = resolve(given);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new AppError('DATA_FOLDER_NOT_EMPTY', { file: given });
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${relative(folder, path)} (${statSync(path).size} B)`);
}
