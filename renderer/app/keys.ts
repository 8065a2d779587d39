/**
 * Every key of the program by the place where it holds and the action it does, in the spelling of `aria-keyshortcuts`;
 * the first of several is the one shown. One action has one key wherever it is found: tests/unit/renderer/keys.test.ts
 * holds the table against the screens. Moving (arrows, PageUp, Home, Tab) is the same in every list and not repeated.
 */
export const KEYS = {
  /** Anywhere, over any screen. */
  window: {
    help: ['F1'],
    openScreen: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8'],
    find: ['Control+K'],
    lock: ['Control+L'],
    print: ['Control+P'],
    previousPeriod: ['['],
    nextPeriod: [']'],
    close: ['Escape'],
    undo: ['Control+Z', 'U'],
  },
  /** Dossiers and every ledger, wherever it stands. */
  list: {
    open: ['Enter'],
    create: ['N'],
    edit: ['E'],
    remove: ['Delete'],
    undo: ['Control+Z', 'U'],
    search: ['/', 'Control+F'],
    exportList: ['X'],
    close: ['Escape'],
  },
  dossiers: { suspend: ['T'], checkPaper: ['P'], showNumbers: ['Control+H'], openCalendar: ['L'] },
  /** The calendar of receipts and due days. */
  calendar: { today: ['Home'], open: ['Enter'], print: ['Control+P'], close: ['Escape'] },
  paperCheck: {
    save: ['Control+Enter'],
    agrees: ['K'],
    differs: ['L'],
    allTheRest: ['A'],
    scan: ['Q'],
    close: ['Escape'],
  },
  ledger: { explain: ['C'] },
  /** The form of a record. */
  form: {
    save: ['Control+Enter'],
    saveAndLeave: ['Control+S'],
    undo: ['Control+Z'],
    repeat: ['F4', 'Control+D'],
    today: ['F2'],
    keep: ['F6'],
    more: ['F7'],
    openSimilar: ['F8'],
    takeProposal: ['F9'],
    suspend: ['Alt+T'],
    close: ['Escape'],
  },
  /** Dialogs and short forms. */
  dialog: { confirm: ['Enter', 'Control+Enter'], close: ['Escape'] },
  paper: { showPaper: ['P'], savePdf: ['Control+S'], print: ['Control+P'] },
  print: { confirm: ['Enter', 'Control+Enter'], lookAgain: ['F5'], systemPrint: ['Control+Shift+P'] },
  signing: { confirm: ['Enter', 'Control+Enter'], lookAgain: ['F5'] },
  imports: { pickFile: ['Control+O'], goOn: ['Control+Enter'], close: ['Escape'] },
  targets: {
    openTab: ['Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+5'],
    edit: ['E'],
    explain: ['C'],
    showPaper: ['P'],
    addStaff: ['T'],
    save: ['Control+Enter'],
  },
  reports: {
    pickFile: ['Control+O'],
    search: ['/', 'Control+F'],
    phoneCode: ['Control+M'],
    goOn: ['Control+Enter'],
    repeat: ['F4', 'Control+D'],
  },
  verify: {
    pickFile: ['Control+O'],
    pickFolder: ['Control+Shift+O'],
    openTab: ['Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+5', 'Control+6', 'Control+7'],
    remove: ['Delete'],
    units: ['D'],
    exportList: ['X'],
    lookAgain: ['F5'],
    goOn: ['Control+Enter'],
  },
  /** What is beside a row of the consolidated table. */
  drawer: { previousRow: ['Alt+ArrowUp'], nextRow: ['Alt+ArrowDown'], close: ['Escape'] },
  /** The lines of an answer to a report. */
  answer: { save: ['Control+Enter'], removeLine: ['Alt+Delete'] },
  settings: { create: ['N'] },
  backup: { pickFile: ['Control+O'], takeCopy: ['Control+B'], drill: ['Control+D'] },
  privacy: {
    search: ['/', 'Control+F'],
    giveOut: ['Control+S'],
    correct: ['Control+E'],
    anonymise: ['Control+Delete'],
  },
  merge: { goOn: ['Control+Enter'], everywhere: ['A'] },
  help: { search: ['/', 'Control+F'], back: ['Alt+ArrowLeft'], print: ['Control+P'], close: ['Escape'] },
  signIn: { confirm: ['Enter'], forgotten: ['F2'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a key press is one of these keys; Command counts as Control, and a sign may need Shift on some keyboards. */
export function isPressed(event: Pressed, keys: readonly string[]): boolean {
  return keys.some((spelled) => {
    const parts = spelled.split('+');
    const key = parts.at(-1) ?? '';
    const sign = key.length === 1 && !/[a-z0-9]/iu.test(key);
    return (
      event.key.toLowerCase() === key.toLowerCase() &&
      parts.includes('Control') === (event.ctrlKey || event.metaKey) &&
      parts.includes('Alt') === event.altKey &&
      (sign || parts.includes('Shift') === event.shiftKey)
    );
  });
}
