import parts from '../ui/parts.module.css';
import { useWorking } from './working.ts';
import classes from './working-line.module.css';

/**
 * A line at the upper edge of the window while the program takes its time to answer, whatever was asked: on a slow disk
 * nobody presses twice. Over everything and in nothing's way; readers hear of work where it is done.
 */
export function WorkingLine() {
  const shown = useWorking((working) => working.shown);
  return shown ? (
    <div className={classes.line} data-working aria-hidden="true">
      <div className={parts.progressUnknown} />
    </div>
  ) : null;
}
