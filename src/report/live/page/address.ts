/** Where a state is kept, so that a link, a reload and a saved page find it again. */
export interface Address {
  /** The fragment that the address asks for, else the one that a saved page was saved with. */
  readonly read: () => string;
  readonly write: (fragment: string) => void;
}

/**
 * Keeps a state in the fragment of the address. Fragments that name a place in the page are left alone.
 *
 * @param section keeps it too, for when the page is saved
 * @param onChange gets a fragment that the reader went to
 */
export function address(section: HTMLElement, onChange: (fragment: string) => void): Address {
  const isState = (): boolean => location.hash.includes('=');
  addEventListener('hashchange', () => {
    if (isState() || location.hash === '') onChange(location.hash);
  });
  return {
    read: () => (isState() ? location.hash : (section.dataset['state'] ?? '')),
    write: (fragment) => {
      section.dataset['state'] = fragment;
      section.classList.toggle('live-changed', fragment !== '');
      if (fragment === '' && !isState()) return;
      const own = location.href.replace(/#.*$/, '');
      const next = fragment === '' ? own : `${own}#${fragment}`;
      if (location.href !== next) history.replaceState(null, '', next);
    },
  };
}
