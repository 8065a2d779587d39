/** Writes stages of the start for `SCL_TRACE=1`: one line of JSON each, milliseconds since the process began. */
export type Trace = (name: string, extra?: Readonly<Record<string, number>>) => void;

export function createTrace(enabled: boolean, startedAt: number): Trace {
  if (!enabled) return () => {};
  return (name, extra = {}) => {
    process.stderr.write(
      `scl-trace ${JSON.stringify({ name, at: Math.round((Date.now() - startedAt) * 10) / 10, ...extra })}\n`,
    );
  };
}
