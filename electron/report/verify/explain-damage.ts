import type { Rejection, VerifyReason } from './rejection.ts';

/**
 * Why a file does not have the exact form of a report, in terms of what usually happens to files: cut off in
 * transfer, saved again, zipped, mailed as text. Called only after the strict reader has refused it; every answer
 * is a refusal, this one only explains.
 */
export function explainDamage(bytes: Buffer, refusal: Rejection): VerifyReason {
  const { reason } = refusal;
  const say = (code: VerifyReason['code'], params: VerifyReason['params'] = {}): VerifyReason => ({
    code,
    params,
  });
  if (bytes.length === 0) return say('EMPTY_FILE');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return say('ZIPPED');
  const head = bytes.indexOf('%PDF-', 0, 'latin1');
  if (head < 0) return say('NOT_PDF');
  if (head > 0) return say('PREFIXED', { bytes: head });
  if (reason.code !== 'STRUCTURE_ALTERED' && reason.code !== 'SIGNATURE_MISSING') return reason;
  const text = bytes.toString('latin1');
  if (/^%PDF-1\.\d\r\n/.test(text)) return say('LINE_ENDS_CONVERTED');
  const signed = text.includes('/ETSI.CAdES.detached') && text.includes('/ByteRange');
  const ends = [...text.matchAll(/%%EOF/g)].length;
  if (!signed)
    return say(
      text.includes('bao-cao.json') || text.includes('so-chat-luong') ? 'SIGNATURE_MISSING' : 'NOT_A_REPORT',
    );
  if (ends === 0 || !/%%EOF\s*$/.test(text))
    return ends === 0
      ? say('TRUNCATED', { bytes: bytes.length })
      : say('BYTES_APPENDED', { bytes: bytes.length - text.lastIndexOf('%%EOF') - 6 });
  if (ends > 1) return say('CHANGED_AFTER_SIGNING');
  if (!text.endsWith('%%EOF\n'))
    return say('BYTES_APPENDED', { bytes: bytes.length - text.lastIndexOf('%%EOF') - 6 });
  return reason;
}
