import classes from './spoken-code.module.css';

/** Eight digits in two groups, large enough to be read over the phone without losing the place. */
export function SpokenCode({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <div className={classes.code} data-code={code}>
      <span className="sr-only">{`${label}: ${[...code].join(' ')}`}</span>
      {(code.match(/.{1,4}/gu) ?? []).map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place
        <span key={at} aria-hidden="true">
          {group}
        </span>
      ))}
    </div>
  );
}
