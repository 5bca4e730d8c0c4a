import { html, type Html } from './html.ts';

/**
 * The button that saves the result which a page holds, and how to get it without scripts.
 *
 * @param fileName what the saved file is called
 */
export function embeddedResult(fileName: string): Html {
  return html`<p>
      <button type="button" id="download" data-name="${fileName}" hidden>
        Download the result as JSON
      </button>
    </p>
    <p>
      <small
        >The result is in this file, packed: the text of its element <code>result</code> through
        <code>base64 -d | gunzip</code> is the JSON that
        <code>--out result.json</code> writes.</small
      >
    </p>`;
}
