/**
 * Keeps libraries from a fault of Node 24: `buffer.toString('utf16le')` of an odd number of bytes at an odd address
 * writes one byte beyond the memory it asked for, which ends the whole process ("double free or corruption"). The byte
 * left over is no letter, so leaving it out changes no text. To be called once, in the thread of the libraries alone.
 */
export function decodeEvenUtf16Only(): void {
  const decode = Buffer.prototype.toString;
  Buffer.prototype.toString = function evenly(
    this: Buffer,
    encoding?: BufferEncoding,
    start?: number,
    end?: number,
  ): string {
    if (encoding === undefined || !/^(utf-?16le|ucs-?2)$/i.test(encoding))
      return decode.call(this, encoding, start, end);
    const bytes = this.subarray(start ?? 0, end ?? this.length);
    return decode.call(bytes, encoding, 0, bytes.length & ~1);
  };
}
