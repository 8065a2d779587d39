/**
 * Writes a certificate onto a SoftHSM token, which softhsm2-util cannot do. Run by itself, because the library reads
 * SOFTHSM2_CONF of its process:
 *   node tests/token/support/write-certificate.ts LIBRARY LABEL PIN KEY-ID-HEX FILE.der
 */
import { readFileSync } from 'node:fs';
import koffi from 'koffi';
import { CKA, CKC_X_509, CKO_CERTIFICATE, CKU_USER } from '#electron/token/constants.ts';
import { Cryptoki } from '#electron/token/cryptoki.ts';
import { readAddress, readUlong } from '#electron/token/layout.ts';
import { readTokens } from '#electron/token/read-tokens.ts';

const [path = '', label = '', pin = '', keyId = '', file = ''] = process.argv.slice(2);
const library = new Cryptoki(path);
const token = readTokens(library).find((each) => each.label === label);
if (token === undefined) throw new Error(`no token ${label}`);
const session = library.ulong();
const readWrite = 0x2 | 0x4;
library.call('C_OpenSession', token.slot, readWrite, null, null, session);
const handle = readUlong(library.layout, session);
library.call('C_Login', handle, CKU_USER, Buffer.from(pin), Buffer.byteLength(pin));

const der = readFileSync(file);
const yes = Buffer.from([1]);
const attributes = [
  { type: CKA.CLASS, value: library.ulong(CKO_CERTIFICATE) },
  { type: CKA.CERTIFICATE_TYPE, value: library.ulong(CKC_X_509) },
  { type: 0x1 /* CKA_TOKEN */, value: yes },
  { type: 0x101 /* CKA_SUBJECT */, value: Buffer.from('300d310b3009060355040613025648', 'hex') },
  { type: CKA.ID, value: Buffer.from(keyId, 'hex') },
  { type: CKA.VALUE, value: der },
];
const out = Buffer.alloc(library.layout.pointer);
koffi.load(path).func('C_GetFunctionList', 'ulong', ['void *'])(out);
const create = koffi.decode(readAddress(library.layout, out), 8 * 21, 'void *') as bigint;
const proto = koffi.proto('C_CreateObject', 'ulong', ['ulong', 'void *', 'ulong', 'void *']);
const made = koffi.call(
  create,
  proto,
  handle,
  library.attributes(attributes),
  attributes.length,
  Buffer.alloc(8),
);
if (Number(made) !== 0) throw new Error(`C_CreateObject: 0x${Number(made).toString(16)}`);
library.finalize();
