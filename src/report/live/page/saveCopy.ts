import { IDS } from '../payload.ts';

/**
 * Offers the page as a file that opens in the state it is in: the section keeps the state, and what
 * its code made is left out, as in the report that it came from.
 */
export function saveCopy(fragment: string): void {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  page.querySelector(`#${IDS.root}`)?.replaceChildren();
  page.querySelector(`#${IDS.section}`)?.setAttribute('data-state', fragment);
  const text = `<!doctype html>\n${page.outerHTML}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  link.download = fileName();
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}

/** The name of the file that is open, with a word added; a name may hold anything. */
function fileName(): string {
  const own = decodeURIComponent(location.pathname.split('/').at(-1) ?? '').replace(
    /\.html?$/i,
    '',
  );
  const plain = own.replace(/[^\w.-]+/g, '-').slice(0, 60);
  return `${plain === '' ? 'emuprove-report' : plain}-changed.html`;
}
