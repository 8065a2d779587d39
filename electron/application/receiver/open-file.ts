import { basename } from 'node:path';
import { sha256Hex } from '#electron/common/sha256.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { Workspace } from '../context.ts';
import { trustOf } from '../reports/enrolments.ts';
import { unwrap } from '../reports/unwrap.ts';
import { toResult, verifyWrapped } from '../reports/verify-files.ts';
import { findFiles } from './find-files.ts';

/**
 * Opens one file of a receiver's table: checks it by itself, pages included, and hands out its pages. Throws `AppError`
 * INPUT_MISSING where it is no longer there, FILE_CHANGED where it is another one now, FILE_TOO_LARGE.
 */
export async function openFile(
  workspace: Workspace,
  { files, name, sha256 }: Parsed<'receiver.file'>,
): Promise<Output<'receiver.file'>> {
  const { files: found } = findFiles(files.map((token) => workspace.files.resolve(token)));
  const named = found.filter((one) => one.name.slice(-500) === name);
  if (named.length === 0) throw new AppError('INPUT_MISSING', { file: name });
  for (const { path, read } of named) {
    const bytes = read();
    // Too large for a report: it was not read, so that its contents cannot tell whether it is still the same.
    if (bytes === null) throw new AppError('FILE_TOO_LARGE', { file: name, reason: 'report' });
    if (sha256Hex(bytes) !== sha256) continue;
    const checked = await verifyWrapped(bytes, {
      trust: trustOf(workspace),
      now: workspace.clock.now(),
      comparePages: true,
      resources: loadReportResources(workspace.resourcesDir),
    });
    const opened = unwrap(bytes);
    const isPdf = 'bytes' in opened && opened.bytes.subarray(0, 5).toString('latin1') === '%PDF-';
    return {
      result: toResult(basename(name), checked, workspace.language ?? 'vi'),
      file: path === null ? null : describeFile(workspace.files.register(path), path),
      pdf: isPdf ? new Uint8Array(opened.bytes) : null,
    };
  }
  throw new AppError('FILE_CHANGED', { file: name });
}
