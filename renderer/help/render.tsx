import { RuleType } from 'markdown-to-jsx/markdown';
import { createElement, Fragment, type ReactNode } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { anchorOf } from './anchor.ts';
import css from './guide.module.css';
import { type GuideNode, textOf } from './model.ts';
import type { GuidePicture } from './store.ts';

interface Means {
  /** The address of a picture; undefined when there is none of that name. */
  picture(target: string): string | undefined;
  /** A link within the guide was followed; absent on paper. */
  onLink?: ((target: string) => void) | undefined;
  /** Shows a picture in its full size; absent on paper. */
  onPicture?: ((picture: GuidePicture) => void) | undefined;
  /** What pressing a picture does, in words. */
  enlarge?(alt: string): string;
}

/** Marks headings with their anchor, so that the drawer finds them. */
export const ANCHOR = 'data-anchor';

/** Draws nodes of the guide; only what the guide uses, anything else is left out. */
export function renderGuide(nodes: readonly GuideNode[], means: Means): ReactNode {
  return nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
    <Fragment key={at}>{renderNode(node, means)}</Fragment>
  ));
}

function renderNode(node: GuideNode, means: Means): ReactNode {
  const inner = (children: readonly GuideNode[]) => renderGuide(children, means);
  switch (node.type) {
    case RuleType.text:
      return node.text;
    case RuleType.codeInline:
      return isKey(node.text) ? <Kbd>{node.text}</Kbd> : <code>{node.text}</code>;
    case RuleType.textFormatted:
      return node.tag === 'strong' ? <b>{inner(node.children)}</b> : <em>{inner(node.children)}</em>;
    case RuleType.heading:
      return createElement(
        `h${node.level + 1}`,
        { [ANCHOR]: node.level === 1 ? '' : anchorOf(textOf(node)), tabIndex: -1 },
        inner(node.children),
      );
    case RuleType.paragraph:
      return renderParagraph(node.children, means);
    case RuleType.link:
      return renderLink(node.target, inner(node.children), means);
    case RuleType.image:
      return <Picture src={means.picture(node.target ?? '')} alt={node.alt ?? ''} means={means} />;
    case RuleType.orderedList:
      return <ol start={node.start}>{renderItems(node.items, means)}</ol>;
    case RuleType.unorderedList:
      return <ul>{renderItems(node.items, means)}</ul>;
    case RuleType.blockQuote:
      return <blockquote>{inner(node.children)}</blockquote>;
    case RuleType.table:
      return (
        <table>
          <thead>
            <tr>{renderCells('th', node.header, means)}</tr>
          </thead>
          <tbody>
            {node.cells.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
              <tr key={at}>{renderCells('td', row, means)}</tr>
            ))}
          </tbody>
        </table>
      );
    case RuleType.breakLine:
      return <br />;
    case RuleType.breakThematic:
      return <hr />;
    default:
      return null;
  }
}

/** A paragraph that is nothing but a picture needs no paragraph around it. */
function renderParagraph(children: readonly GuideNode[], means: Means): ReactNode {
  const drawn = renderGuide(children, means);
  return children.every((node) => node.type === RuleType.image) ? drawn : <p>{drawn}</p>;
}

function renderItems(items: readonly (readonly GuideNode[])[], means: Means): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
  return items.map((item, at) => <li key={at}>{renderGuide(item, means)}</li>);
}

function renderCells(tag: 'th' | 'td', cells: readonly (readonly GuideNode[])[], means: Means): ReactNode {
  return cells.map((cell, at) => createElement(tag, { key: at }, renderGuide(cell, means)));
}

/** Links lead only to other places of the guide. */
function renderLink(target: string | null, words: ReactNode, { onLink }: Means): ReactNode {
  if (target === null || onLink === undefined) return words;
  return (
    <a
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        onLink(target);
      }}
    >
      {words}
    </a>
  );
}

function Picture({
  src,
  alt,
  means: { onPicture, enlarge },
}: {
  readonly src: string | undefined;
  readonly alt: string;
  readonly means: Means;
}) {
  if (src === undefined) return null;
  const image = <img src={src} alt={alt} decoding="async" />;
  return (
    <figure className={css.picture}>
      {onPicture ? (
        <button type="button" aria-label={enlarge?.(alt)} onClick={() => onPicture({ src, alt })}>
          {image}
        </button>
      ) : (
        image
      )}
      <figcaption>{alt}</figcaption>
    </figure>
  );
}

/** Whether code stands for a key or keys, not for something typed, such as `h.nay`. */
export function isKey(text: string): boolean {
  return /^(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|Ctrl|Alt|F\d{1,2}|Enter|Esc|Tab|Delete|Home|End|PgUp|PgDn|Dấu cách|[↑↓←→[\]/+−-])(?: [↑↓←→])*$/u.test(
    text,
  );
}
