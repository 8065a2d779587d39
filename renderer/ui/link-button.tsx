import type { ComponentPropsWithRef } from 'react';
import classes from './parts.module.css';

/** A deed in running text, drawn as a link. */
export function LinkButton(props: Omit<ComponentPropsWithRef<'button'>, 'type' | 'className'>) {
  return <button {...props} type="button" className={classes.link} />;
}
