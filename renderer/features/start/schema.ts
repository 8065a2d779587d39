import { z } from 'zod';
import { newPassphrase, ROLES } from '#shared/ipc/contract/app.ts';
import { UNIT_KINDS } from './defaults.ts';

const trimmed = (max: number) => z.string().trim().min(1).max(max);

/** What the three questions collect; limits are those of the contract's profile. */
export const answers = z.object({
  kind: z.enum(UNIT_KINDS),
  place: trimmed(100),
  code: trimmed(20),
  unitName: trimmed(200),
  to: trimmed(200),
  through: z.string().trim().max(200),
  name: trimmed(100),
  login: trimmed(40),
  role: z.enum(ROLES),
  /** Who signs reports; may be left for later. */
  signer: z.string().trim().max(100),
  passphrase: newPassphrase,
  repeated: z.string().max(200),
});
export type Answers = z.infer<typeof answers>;

/** Fields of each question, in order. */
export const STEPS = [
  ['kind', 'place', 'code', 'unitName', 'to', 'through'],
  ['name', 'login', 'role', 'signer'],
  ['passphrase', 'repeated'],
] as const satisfies readonly (readonly (keyof Answers)[])[];
