/** A figure of a period as two exact counts; null where the period has none. */
export interface Counted {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A figure with the target of its own period in percent; null where that period was not judged by any. */
export interface Plotted extends Counted {
  readonly target: number | null;
}

/** Room of a drawing in its own units; `inset` is kept free at the sides, `edge` (else `inset`) above and below. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly inset: number;
  readonly edge?: number;
}

/** A place on a drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A stretch of periods with the same target: a level line from `x1` to `x2`. */
export interface Level {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

export interface Plot {
  /** One a period, left to right; null where there is no figure. */
  readonly spots: readonly (Spot | null)[];
  /** Spots of periods next to each other: what a line may join. A period without a figure parts two runs. */
  readonly runs: readonly (readonly Spot[])[];
  readonly levels: readonly Level[];
}

/** The share of a figure in percent; null without a denominator. Only for drawing, never for a verdict. */
export function shareOf({ numerator, denominator }: Counted): number | null {
  return numerator === null || denominator === null || denominator === 0
    ? null
    : (numerator / denominator) * 100;
}

/** Where the period at a place stands from left to right. */
export function placeOf(at: number, count: number, { width, inset }: Room): number {
  return inset + (count > 1 ? (at * (width - 2 * inset)) / (count - 1) : 0);
}

/**
 * Figures as places on a drawing, and the targets of their periods. Small changes stay small: the drawing never spans
 * less than `least` points of a hundred, the figures at its top. Nothing is drawn where nothing was counted.
 */
export function plot(points: readonly Plotted[], room: Room, least = 5): Plot {
  const { height, inset, edge = inset } = room;
  const shares = points.map(shareOf);
  const known = [...shares, ...points.map(({ target }) => target)].filter((each) => each !== null);
  const high = Math.max(...known);
  const low = Math.min(high - least, ...known);
  const y = (share: number) => height - edge - ((share - low) / (high - low)) * (height - 2 * edge);
  const x = (at: number) => placeOf(at, points.length, room);
  const spots = shares.map((share, at) => (share === null ? null : { x: x(at), y: y(share) }));
  return { spots, runs: runsOf(spots), levels: levelsOf(points, room, y) };
}

function runsOf(spots: readonly (Spot | null)[]): Spot[][] {
  const runs: Spot[][] = [];
  spots.forEach((spot, at) => {
    if (spot === null) return;
    const last = runs.at(-1);
    if (last !== undefined && spots[at - 1] !== null) last.push(spot);
    else runs.push([spot]);
  });
  return runs;
}

/** A target reaches half way to the neighbours, and to the frame at both ends. */
function levelsOf(points: readonly Plotted[], room: Room, y: (share: number) => number): Level[] {
  const border = (at: number): number => {
    if (at <= 0) return 0;
    if (at >= points.length) return room.width;
    return (placeOf(at - 1, points.length, room) + placeOf(at, points.length, room)) / 2;
  };
  const levels: Level[] = [];
  let before: number | null = null;
  points.forEach(({ target }, at) => {
    const last = levels.at(-1);
    if (target !== null) {
      if (last !== undefined && before === target)
        levels[levels.length - 1] = { ...last, x2: border(at + 1) };
      else levels.push({ x1: border(at), x2: border(at + 1), y: y(target) });
    }
    before = target;
  });
  return levels;
}

/** Points of a line as SVG writes them. */
export function lineOf(run: readonly Spot[]): string {
  return run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}
