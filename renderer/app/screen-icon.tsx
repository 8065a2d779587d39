import type { Screen } from './navigation.ts';

// Line drawings of 16 × 16; shown when the rail is too narrow for words.
const paths: Record<Screen, string> = {
  overview: 'M2 13V9h3v4zM6.5 13V5h3v8zM11 13V2.5h3V13z',
  dossiers: 'M2 4h4l1.5 2H14v7H2z',
  records: 'M4 2h8v12H4zM6 5h4M6 8h4M6 11h2',
  imports: 'M8 2v7M5 6.5 8 9.5l3-3M2.5 11v2.5h11V11',
  targets: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  reports: 'M4 1.5h5.5L12.5 5v9.5H4zM9 1.5V5h3.5M6 8.5h4.5M6 11h4.5',
  verify: 'M8 1.5 13 3.5v4c0 3.4-2 5.6-5 7-3-1.4-5-3.6-5-7v-4zM5.7 8l1.7 1.8L10.6 6.4',
  settings: 'M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.7 2.8v3.4M6.2 9.8v3.4',
};

/** The small picture of a screen. Decoration: the name stands beside it or in the label. */
export function ScreenIcon({ screen }: { screen: Screen }) {
  return <Icon path={paths[screen]} />;
}

/** The small picture of the guide. */
export function HelpIcon() {
  return (
    <Icon path="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.2 6.4c0-2.4 3.6-2.4 3.6-.1C9.8 7.7 8 7.7 8 9.3M8 11.3v.2" />
  );
}

function Icon({ path }: { path: string }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d={path} />
    </svg>
  );
}
