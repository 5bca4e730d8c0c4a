import { IDS } from '../payload.ts';
import { startApp } from './app.ts';
import { element } from './dom.ts';
import { canUnpack, readPayload } from './readPayload.ts';

async function start(section: HTMLElement, root: HTMLElement): Promise<void> {
  if (!canUnpack()) {
    const text = 'This browser is too old to compute here: it can not unpack the data of the page.';
    root.replaceChildren(element('p', { class: 'missing' }, text));
    return;
  }
  startApp(await readPayload(), section, root);
}

const [section, root] = [IDS.section, IDS.root].map((id) => document.getElementById(id));
if (section && root) {
  start(section, root).catch((error: unknown) => {
    const text = `This part of the page does not work: ${String(error)}`;
    root.replaceChildren(element('p', { class: 'missing' }, text));
  });
}
