import type { Content } from 'pdfmake';

const COLOURS = { met: '#1b6b3a', missed: '#a3161f', none: '#555555' } as const;

/** The sign beside a verdict, drawn because the paper font has none: a tick, a cross, a dash. Square of `side` points. */
export function signMark(mark: 'met' | 'missed' | 'none', side: number): Content {
  const line = { type: 'polyline' as const, lineWidth: side / 6, lineColor: COLOURS[mark] };
  const at = (x: number, y: number) => ({ x: x * side, y: y * side + side * 0.25 });
  switch (mark) {
    case 'met':
      return { canvas: [{ ...line, points: [at(0.05, 0.55), at(0.38, 0.9), at(0.95, 0.12)] }] };
    case 'missed':
      return {
        canvas: [
          { ...line, points: [at(0.1, 0.1), at(0.9, 0.9)] },
          { ...line, points: [at(0.9, 0.1), at(0.1, 0.9)] },
        ],
      };
    case 'none':
      return { canvas: [{ ...line, points: [at(0.1, 0.5), at(0.9, 0.5)] }] };
  }
}
