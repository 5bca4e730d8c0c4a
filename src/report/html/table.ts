import { html, type Content, type Html } from './html.ts';

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly number?: boolean;
}

/**
 * A table with a caption, in a box that scrolls by itself where the page is too narrow for it.
 * The first cell of each row names the row.
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Html {
  const class_ = (i: number): Html => (columns[i]?.number === true ? html` class="n"` : html``);
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ title }, i) => html`<th scope="col" ${class_(i)}>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((cell, i) => html`<td${class_(i + 1)}>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
