import type { ReactNode } from 'react';
import css from './charts.module.css';
import { type Fill, fillOf, type Tone } from './fills.tsx';
import { piecesOf } from './pieces.ts';

/** A part of a bar. */
export interface Segment {
  readonly id: string;
  readonly count: number;
  readonly fill: Fill;
  readonly tone: Tone;
  /** What a click on it does; whoever draws the bar offers the same by keyboard. */
  readonly onOpen?: (() => void) | undefined;
}

interface Props {
  readonly segments: readonly Segment[];
  /** What a bar of full length stands for. */
  readonly whole: number;
  /** Of the drawing, which is stretched to its place. */
  readonly length: number;
  readonly height: number;
  /** That of the patterns that the fills refer to. */
  readonly id: string;
  /** The patterns, where they belong to this drawing. */
  readonly children?: ReactNode;
}

/** Parts side by side on one bar; a part of nothing is not drawn. Says nothing to a screen reader. */
export function Segments({ segments, whole, length, height, id, children }: Props) {
  const pieces = piecesOf(
    segments.map(({ count }) => count),
    whole,
    length,
  );
  return (
    <svg viewBox={`0 0 ${length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {children}
      {segments.map((segment, at) =>
        segment.count === 0 ? null : (
          // biome-ignore lint/a11y/noStaticElementInteractions: what stands beside the bar does the same by keyboard
          <rect
            key={segment.id}
            data-tone={segment.tone}
            x={pieces[at]?.x}
            y="0.5"
            width={pieces[at]?.width}
            height={height - 1}
            fill={fillOf(segment.fill, id)}
            className={css.part}
            onClick={segment.onOpen}
          />
        ),
      )}
    </svg>
  );
}
