import type { Certificate } from '../asn1/certificate.ts';

/** From the signer towards the root; the root itself is left out, a receiver trusts it from elsewhere or not at all. */
export function chainOf(leaf: Certificate, all: readonly Certificate[]): Certificate[] {
  const chain: Certificate[] = [];
  for (let current = leaf; !current.issuer.equals(current.subject); ) {
    const issuer = all.find(
      ({ subject, sha256 }) => subject.equals(current.issuer) && sha256 !== current.sha256,
    );
    if (!issuer || issuer.issuer.equals(issuer.subject) || chain.includes(issuer)) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}
