import { TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { useSearchText } from '../ui/use-search-text.ts';
import css from './record-list.module.css';

interface Props {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly placeholder: string;
  /** What is searched now. */
  readonly searched: string | undefined;
  /** Whether the filter stands in the same line. */
  readonly beside?: boolean;
  /** The fingers rest: undefined when the field is empty. */
  onSearch(text: string | undefined): void;
  /** ↓ or Enter: into what was found. */
  onEnter(): void;
  /** Escape in the empty field. */
  onLeave(): void;
}

/** The search of a list (key `/`): Escape empties it, then leaves it. */
export function SearchBox(props: Props) {
  const [text, setText] = useSearchText(props.searched ?? '', (found) =>
    props.onSearch(found === '' ? undefined : found),
  );
  return (
    <TextInput
      ref={props.box}
      className={(props.beside ? css.searchBeside : css.search) ?? ''}
      aria-label={props.label}
      aria-keyshortcuts="/"
      placeholder={props.placeholder}
      value={text}
      spellCheck={false}
      rightSection={<Kbd quiet>/</Kbd>}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          props.onEnter();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          if (text === '') props.onLeave();
          else setText('');
        }
      }}
    />
  );
}
