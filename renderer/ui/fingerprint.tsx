import classes from './parts.module.css';

/** A SHA-256 fingerprint in groups of four, so that two people can compare it aloud. */
export function Fingerprint({ value, label }: { value: string; label?: string }) {
  return (
    <code className={classes.fingerprint} title={label}>
      {(value.toUpperCase().match(/.{1,4}/gu) ?? []).map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place
        <span key={place}>{group}</span>
      ))}
    </code>
  );
}
