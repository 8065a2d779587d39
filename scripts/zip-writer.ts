import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** Writes a plain zip archive (no zip64: files below 4 GB), the same bytes for the same content. */
export class ZipWriter {
  private readonly file: number;
  private readonly central: Buffer[] = [];
  private offset = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  /** Adds a file; `packed` false stores it as it is. */
  add(name: string, bytes: Uint8Array, packed = true): void {
    const data = packed ? deflateRawSync(bytes, { level: 6 }) : bytes;
    const nameBytes = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    // 1 January 1980: a package says when it was made in its manifest.
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const at = this.offset;
    this.write(Buffer.concat([Buffer.from('504b0304', 'hex'), common, nameBytes]));
    this.write(data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    this.central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, nameBytes]));
  }

  close(): void {
    const start = this.offset;
    for (const record of this.central) this.write(record);
    const end = Buffer.alloc(22);
    end.write('504b0506', 0, 'hex');
    end.writeUInt16LE(this.central.length, 8);
    end.writeUInt16LE(this.central.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    this.write(end);
    closeSync(this.file);
  }

  private write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    this.offset += bytes.length;
  }
}
