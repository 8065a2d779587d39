import css from './charts.module.css';

/** How a part is filled: told apart without colour. */
export type Fill = 'solid' | 'light' | 'hatch' | 'dots' | 'outline';
export type Tone = 'met' | 'missed' | 'attention' | 'plain' | 'none';

/** The paint of a fill; `id` is that of the patterns drawn by {@link FillPatterns} on the same page. */
export function fillOf(fill: Fill, id: string): string {
  if (fill === 'solid') return 'currentColor';
  return fill === 'outline' ? 'transparent' : `url(#${id}-${fill})`;
}

/** The patterns that fills refer to, once for each drawing or table of drawings. */
export function FillPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="1" y1="0" x2="1" y2="5" className={css.ink} />
      </pattern>
      <pattern id={`${id}-dots`} width="4" height="4" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1" className={css.dot} />
      </pattern>
      <pattern id={`${id}-light`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={css.lightFill} />
      </pattern>
    </defs>
  );
}

/** The small square of a key. */
export function Swatch({
  fill,
  tone,
  id,
}: {
  readonly fill: Fill;
  readonly tone: Tone;
  readonly id: string;
}) {
  return (
    <svg className={css.swatch} viewBox="0 0 12 12" data-tone={tone} aria-hidden="true">
      <rect x="0.5" y="0.5" width="11" height="11" fill={fillOf(fill, id)} className={css.part} />
    </svg>
  );
}
