import { sha256Hex } from '#electron/common/sha256.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';

/**
 * SHA-256 of embedded data (`bao-cao.json`, `tong-hop.json`) exactly as embedded: what the page and its QR code name.
 * The hash of the PDF itself cannot stand on its own page.
 */
export function dataDigest(data: object): string {
  return sha256Hex(canonicalJson(data));
}
