import { html, trusted, type Html } from './html.ts';
import { packed } from './packed.ts';
import { contentSecurityPolicy, SCRIPT } from './script.ts';

/** What makes one file of HTML that needs nothing else. */
export interface DocumentParts {
  readonly title: string;
  /** Version of emuprove. */
  readonly version: string;
  readonly style: string;
  readonly header: Html;
  readonly sections: readonly (Html | undefined)[];
  /** The result that the page shows; it goes into the file, packed, for the download. */
  readonly result: unknown;
  /** More data and scripts, and what the content-security policy has to allow for them. */
  readonly scripts?: Html | undefined;
  readonly hashes?: readonly string[] | undefined;
}

/** A page with its contents, its styles, its result and a policy that lets nothing in from outside. */
export function documentOf(parts: DocumentParts): string {
  const { title, version, style, header, sections, result, scripts, hashes } = parts;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(hashes)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="emuprove ${version}" />
        <link rel="icon" href="data:," />
        <title>${title}: emuprove</title>
        ${element('style', style)}
      </head>
      <body>
        ${header}
        <main>${contents(sections)} ${sections}</main>
        ${element('script', packed(result), 'type="application/gzip;base64" id="result"')}
        ${element('script', SCRIPT)} ${scripts}
      </body>
    </html> `.markup;
}

/** Where a section starts: its id, and its heading as markup. */
const SECTION = /<section id="([a-z0-9-]+)"[^>]*>\s*<h2>([^<]*)<\/h2>/;

/** Links to the sections, in their order: nobody scrolls through all of a long page. */
function contents(sections: readonly (Html | undefined)[]): Html {
  const links = sections.flatMap((section) => {
    const [, id, heading] = SECTION.exec(section?.markup ?? '') ?? [];
    return id === undefined || heading === undefined
      ? []
      : [html`<li><a href="#${id}">${trusted(heading)}</a></li> `];
  });
  return html`<nav class="contents" aria-label="Contents">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

/** An element whose content is not HTML; nothing in it may end it. */
function element(name: 'script' | 'style', content: string, attributes = ''): Html {
  return trusted(`<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`);
}
