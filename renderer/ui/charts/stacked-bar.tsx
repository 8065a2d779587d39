import { useId } from 'react';
import css from './charts.module.css';

/** How a part is filled: told apart without colour. */
type Fill = 'solid' | 'light' | 'hatch' | 'dots' | 'outline';

export interface Part {
  readonly id: string;
  /** `trước hạn`. */
  readonly label: string;
  /** Its number as written. */
  readonly value: string;
  readonly count: number;
  readonly fill: Fill;
  readonly tone: 'met' | 'missed' | 'attention' | 'plain' | 'none';
}

const WIDTH = 600;

/** Parts of a whole on one bar with their key beneath it. Without anything to show it draws nothing. */
export function StackedBar({ parts, label }: { readonly parts: readonly Part[]; readonly label: string }) {
  const id = `parts-${useId().replace(/[^\w-]/gu, '')}`;
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  let from = 0;
  return (
    <figure className={css.stacked} aria-label={label}>
      <svg viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
        <FillPatterns id={id} />
        {parts.map((part) => {
          const x = (from / whole) * WIDTH;
          from += part.count;
          return part.count === 0 ? null : (
            <rect
              key={part.id}
              data-tone={part.tone}
              x={x}
              y="0.5"
              width={(part.count / whole) * WIDTH}
              height="13"
              fill={fillOf(part.fill, id)}
              className={css.part}
            />
          );
        })}
      </svg>
      <figcaption>
        {parts.map((part) => (
          <span key={part.id}>
            <svg viewBox="0 0 12 12" data-tone={part.tone} aria-hidden="true">
              <rect
                x="0.5"
                y="0.5"
                width="11"
                height="11"
                fill={fillOf(part.fill, id)}
                className={css.part}
              />
            </svg>
            <b>{part.value}</b> {part.label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function fillOf(fill: Fill, id: string): string {
  if (fill === 'solid') return 'currentColor';
  return fill === 'outline' ? 'transparent' : `url(#${id}-${fill})`;
}

function FillPatterns({ id }: { readonly id: string }) {
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
