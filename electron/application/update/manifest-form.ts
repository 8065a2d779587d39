import { z } from 'zod';
import { parseIsoDate } from '#shared/domain/local-date.ts';
import { isInnerPath } from './inner-path.ts';
import { isVersion } from './version.ts';

export const isoDay = z.string().refine((text) => parseIsoDate(text) !== null);

export const PLATFORMS = ['win32', 'linux'] as const;
/**
 * What a package brings: `folder` the unpacked program, `single` a program of one file (portable .exe, AppImage),
 * `installer` the NSIS installer.
 */
const KINDS = ['folder', 'single', 'installer'] as const;

/** `manifest.json` of a package: what is in it, for which machine. The signature is over its exact bytes. */
export const manifest = z
  .strictObject({
    format: z.literal('scl-update'),
    formatVersion: z.literal(1),
    version: z.string().refine(isVersion),
    releasedOn: isoDay,
    platform: z.enum(PLATFORMS),
    arch: z.enum(['x64', 'arm64']),
    kind: z.enum(KINDS),
    /** The file that is started: a name at the top of the package. */
    entry: z.string().refine((path) => isInnerPath(path) && !path.includes('/')),
    /** What is new, in words for people. */
    notes: z.strictObject({ vi: z.string().max(4000), en: z.string().max(4000) }),
    files: z
      .array(
        z.strictObject({
          path: z.string().refine(isInnerPath),
          size: z.number().int().nonnegative().max(1_000_000_000),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          executable: z.boolean(),
        }),
      )
      .min(1)
      .max(5000),
  })
  .refine(({ files, entry }) => files.some(({ path }) => path === entry))
  // Two names that Windows takes for one would overwrite each other.
  .refine(({ files }) => new Set(files.map(({ path }) => path.toLowerCase())).size === files.length)
  .refine(({ kind, files }) => kind === 'folder' || files.length === 1);
export type Manifest = z.infer<typeof manifest>;
