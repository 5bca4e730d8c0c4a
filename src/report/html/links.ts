import { html, type Content } from './html.ts';

/** Addresses of a source that are shown; nobody follows more. */
const MOST_LINKS = 4;

/** Longest address that becomes a link. */
const LONGEST = 2000;

/** A field with one or more addresses: those of the web become links, all else stays text. */
export function links(field: string | undefined): Content[] {
  if (field === undefined) return [];
  return field
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_LINKS)
    .map((word) => {
      const url = webAddress(word);
      return url === undefined
        ? html` ${word}`
        : html` <a href="${url.href}" rel="noreferrer noopener">${shortened(url)}</a>`;
    });
}

/** The address in normal form, if it is one of the web: nothing else may be followed. */
function webAddress(word: string): URL | undefined {
  if (word.length > LONGEST || !/^https?:\/\//i.test(word) || !URL.canParse(word)) return undefined;
  const url = new URL(word);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** Host and the start of the path: enough to tell two repositories of one host apart. */
function shortened(url: URL): string {
  const path = url.pathname.split('/').slice(1, 3).join('/');
  const text = path === '' ? url.hostname : `${url.hostname}/${path}`;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
