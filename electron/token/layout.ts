/**
 * How the structures of PKCS#11 lie in memory. CK_ULONG is C's `unsigned long`: 4 bytes on Windows, else the width of
 * a pointer. On Windows the structures are packed to single bytes, elsewhere they are aligned as C does (pkcs11.h).
 * The Windows side follows the standard and was not tried on Windows.
 */
export interface Layout {
  readonly ulong: 4 | 8;
  readonly pointer: 4 | 8;
  readonly packed: boolean;
}

/** The layout of a platform, as `process.platform` and `process.arch` name it. */
export function layoutOf(platform: string, arch: string): Layout {
  const pointer = arch === 'ia32' || arch === 'arm' ? 4 : 8;
  const windows = platform === 'win32';
  return { ulong: windows ? 4 : pointer, pointer, packed: windows };
}

/** A field of a structure: a CK_ULONG, the address of memory, or the bytes themselves. */
export type Field =
  | { readonly ulong: number }
  | { readonly address: bigint }
  | { readonly bytes: Buffer; readonly length: number };

/** The bytes of a structure; arrays of structures are its concatenations. */
export function encodeStruct(layout: Layout, fields: readonly Field[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  let widest = 1;
  for (const field of fields) {
    const bytes = encodeField(layout, field);
    const align = layout.packed || 'bytes' in field ? 1 : bytes.length;
    widest = Math.max(widest, align);
    const gap = (align - (at % align)) % align;
    parts.push(Buffer.alloc(gap), bytes);
    at += gap + bytes.length;
  }
  parts.push(Buffer.alloc((widest - (at % widest)) % widest));
  return Buffer.concat(parts);
}

function encodeField(layout: Layout, field: Field): Buffer {
  if ('ulong' in field) return encodeUnsigned(BigInt(field.ulong), layout.ulong);
  if ('address' in field) return encodeUnsigned(field.address, layout.pointer);
  const room = Buffer.alloc(field.length);
  field.bytes.copy(room);
  return room;
}

function encodeUnsigned(value: bigint, width: 4 | 8): Buffer {
  const bytes = Buffer.alloc(width);
  if (width === 4) bytes.writeUInt32LE(Number(value & 0xffff_ffffn));
  else bytes.writeBigUInt64LE(value);
  return bytes;
}

/**
 * Reads a CK_ULONG. CK_UNAVAILABLE_INFORMATION (all bits set) becomes -1: a length a token does not want to tell.
 */
export function readUlong(layout: Layout, bytes: Buffer, at = 0): number {
  const value = layout.ulong === 4 ? BigInt(bytes.readUInt32LE(at)) : bytes.readBigUInt64LE(at);
  const all = layout.ulong === 4 ? 0xffff_ffffn : 0xffff_ffff_ffff_ffffn;
  return value === all ? -1 : Number(value);
}

/** Reads an address. */
export function readAddress(layout: Layout, bytes: Buffer, at = 0): bigint {
  return layout.pointer === 4 ? BigInt(bytes.readUInt32LE(at)) : bytes.readBigUInt64LE(at);
}
