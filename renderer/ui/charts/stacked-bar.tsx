import { useId } from 'react';
import css from './charts.module.css';
import { type Fill, FillPatterns, Swatch, type Tone } from './fills.tsx';
import { Segments } from './segments.tsx';

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
const HEIGHT = 14;

/** Parts of a whole on one bar with their key beneath it. Without anything to show it draws nothing. */
export function StackedBar({ parts, label }: { readonly parts: readonly Part[]; readonly label: string }) {
  const id = `parts-${useId().replace(/[^\w-]/gu, '')}`;
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  return (
    <figure className={css.stacked} aria-label={label}>
      <Segments
        segments={parts.map(({ id: part, count, fill, tone }) => ({ id: part, count, fill, tone }))}
        whole={whole}
        length={WIDTH}
        height={HEIGHT}
        id={id}
      >
        <FillPatterns id={id} />
      </Segments>
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
