import { z } from 'zod';

const base64 = (bytes: number) =>
  z
    .string()
    .max(4000)
    .refine((value) => Buffer.from(value, 'base64').length === bytes);
const sealed = z.string().min(60).max(4000);

/** Costs are bounded: a file from elsewhere must keep the program neither busy for ever nor out of memory (128 N r). */
const scrypt = z
  .strictObject({
    salt: z.string().regex(/^[0-9a-f]{32,128}$/),
    N: z
      .number()
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.number().int().min(1).max(32),
    p: z.number().int().min(1).max(16),
  })
  .refine(({ N, r, p }) => N * r <= 2 ** 21 && N * r * p <= 2 ** 24);

/** One person's way to the folder key. */
const person = z.strictObject({
  login: z.string().min(1).max(40),
  name: z.string().min(1).max(100),
  scrypt,
  /** X25519; its private half follows from the passphrase. */
  publicKey: base64(32),
  sealed,
  /** Made out of the hash of an older version: made anew as soon as the passphrase is at hand. */
  older: z.literal(true).optional(),
});

/**
 * The keyring of a data folder, `keyring.json`: who can open it, and the folder key in as many closed boxes. Read by
 * anybody it tells logins and display names, how many old keys there were and when the recovery sheet was made;
 * nothing of what the folder holds.
 */
export const keyring = z.strictObject({
  format: z.literal('so-chat-luong-keyring'),
  version: z.literal(1),
  /** Random; bound to every box, so that boxes of another folder do not fit. */
  folder: z.uuid(),
  /** Goes up with every change; of two copies the higher one counts. */
  revision: z.number().int().positive(),
  people: z.array(person).max(200),
  recovery: z
    .strictObject({
      madeAt: z.string().max(30),
      number: z.number().int().positive(),
      publicKey: base64(32),
      sealed,
    })
    .nullable(),
  /** Opens without any passphrase: invented data only. */
  open: z.strictObject({ sealed }).nullable(),
  /** Logins that this machine's keystore opens for: the secret as the keystore gave it back, and the key under it. */
  keystore: z
    .array(
      z.strictObject({
        login: z.string().min(1).max(40),
        secret: z.string().max(8000),
        sealed: z.string().max(4000),
      }),
    )
    .max(200),
  /** Keys of before, newest first, under the present one: for copies made in their time. */
  previous: z.array(z.string().max(400)).max(50),
  /** Over everything else, under the folder key: found out when somebody who has no key changed the file. */
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Keyring = z.infer<typeof keyring>;
export type KeyringPerson = z.infer<typeof person>;

/** A newer form than this program knows; told apart from a damaged one. */
export function isNewer(value: unknown): boolean {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  return format === 'so-chat-luong-keyring' && typeof version === 'number' && version > 1;
}
