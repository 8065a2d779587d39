import type { ReactNode } from 'react';
import css from './drop-zone.module.css';

interface Props {
  readonly title: ReactNode;
  readonly text: ReactNode;
  /** Files are held over the window. */
  readonly over: boolean;
  /** Said instead of the title while they are. */
  readonly release: ReactNode;
  /** The button that opens the dialog. */
  readonly children: ReactNode;
}

/** Where files may be dropped; the whole window takes them, this says so. */
export function DropZone({ title, text, over, release, children }: Props) {
  return (
    <div className={css.zone} data-over={over || undefined}>
      <svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true">
        <path
          d="M9 3h12l7 7v23H9z M21 3v7h7"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
        <path
          d="M18 15v11 M13.5 21.5 18 26l4.5-4.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <h2>{over ? release : title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
