import { IDS, type LivePayload } from '../payload.ts';

/** Whether this browser can unpack the data of the page. */
export function canUnpack(): boolean {
  return typeof DecompressionStream === 'function';
}

/** The data of the page. */
export async function readPayload(): Promise<LivePayload> {
  const text = document.getElementById(IDS.data)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return JSON.parse(await new Response(unpacked).text()) as LivePayload;
}
