import { visibleText } from '../visible.ts';
import { escapeMarkup } from './escape.ts';

/** Markup that is safe to put into a page. Only this file makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a template takes: text is escaped, markup is not, lists are joined, nothing is nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

/**
 * A template of HTML. Every value is escaped, and invisible characters in it are made visible, so
 * that text of any origin shows as text, in content and in quoted attributes.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = unindented(parts[0]);
  values.forEach((value, i) => {
    markup += markupOf(value) + unindented(parts[i + 1]);
  });
  return new Html(markup);
}

/** Declares markup safe that was not made by {@link html}, such as a drawn chart. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** Indentation is for those who read the source; in a page of many rows it is a third of the bytes. */
function unindented(part = ''): string {
  return part.replace(/\n\s+/g, '\n');
}

function markupOf(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escapeMarkup(visibleText(String(value)));
}
