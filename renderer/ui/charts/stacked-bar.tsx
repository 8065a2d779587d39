import { useId } from 'react';
import css from './charts.module.css';
import { type Fill, FillPatterns, fillOf, Swatch, type Tone } from './fills.tsx';
import { piecesOf } from './pieces.ts';

export interface Part {
  readonly id: string;
  /** `trước hạn`. */
  readonly label: string;
  /** Its number as written. */
  readonly value: string;
  readonly count: number;
  readonly fill: Fill;
  readonly tone: Tone;
  /** Leads to what it counts; absent where no list shows exactly that. */
  readonly onOpen?: (() => void) | undefined;
}

const WIDTH = 600;

/** Parts of a whole on one bar with their key beneath it. Without anything to show it draws nothing. */
export function StackedBar({ parts, label }: { readonly parts: readonly Part[]; readonly label: string }) {
  const id = `parts-${useId().replace(/[^\w-]/gu, '')}`;
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  const pieces = piecesOf(
    parts.map(({ count }) => count),
    whole,
    WIDTH,
  );
  return (
    <figure className={css.stacked} aria-label={label}>
      <svg viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
        <FillPatterns id={id} />
        {parts.map((part, at) =>
          part.count === 0 ? null : (
            <rect
              key={part.id}
              data-tone={part.tone}
              x={pieces[at]?.x}
              y="0.5"
              width={pieces[at]?.width}
              height="13"
              fill={fillOf(part.fill, id)}
              className={css.part}
            />
          ),
        )}
      </svg>
      <figcaption>
        {parts.map((part) => {
          const said = (
            <>
              <Swatch id={id} fill={part.fill} tone={part.tone} />
              <b>{part.value}</b> {part.label}
            </>
          );
          return part.onOpen && part.count > 0 ? (
            <button key={part.id} type="button" className={css.lead} onClick={part.onOpen}>
              {said}
            </button>
          ) : (
            <span key={part.id}>{said}</span>
          );
        })}
      </figcaption>
    </figure>
  );
}
