import classes from './parts.module.css';

/** A SHA-256 fingerprint in groups of four, so that two people can compare it aloud. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <code className={classes.fingerprint}>
      {(sha256.toUpperCase().match(/.{1,4}/gu) ?? []).map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place
        <span key={place}>{group}</span>
      ))}
    </code>
  );
}
