import { type ReactNode, useEffect } from 'react';
import { PageHeader } from '../ui/page-header.tsx';
import { CONTENT, focusContent } from './focus-content.ts';
import classes from './page.module.css';
import { PeriodSwitch } from './period-switch.tsx';
import { SearchButton } from './search-button.tsx';

interface Props {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** Buttons of the screen itself, left of the search. */
  readonly actions?: ReactNode;
  /** Show the switch of the period (screens that look at one). */
  readonly period?: boolean;
  /** The content scrolls by itself (virtual tables, split panes): no scrolling and no padding of the page. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** The frame of every screen: title line with period, actions and search, and the content below it. */
export function Page({ title, subtitle, actions, period = false, fill = false, children }: Props) {
  useEffect(focusContent, []);
  return (
    <div className={classes.page}>
      <PageHeader
        title={title}
        subtitle={subtitle}
        tools={
          <>
            {actions}
            {period ? <PeriodSwitch /> : null}
            <SearchButton />
          </>
        }
      />
      <div className={fill ? classes.fill : classes.scroll} tabIndex={-1} {...CONTENT}>
        {children}
      </div>
    </div>
  );
}
