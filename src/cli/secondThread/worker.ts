/**
 * The script of a report's second thread: it draws one chart after the other.
 *
 * @module
 */
import { parentPort } from 'node:worker_threads';
import { renderSvg } from '../../report/render/svg.ts';
import { loadVega } from '../../report/render/vega.ts';
import type { Answer, Order } from './orders.ts';

if (parentPort === null) throw new Error('this is the script of a thread');
const port = parentPort;

// There is time for it before the first chart comes.
let before: Promise<unknown> = loadVega();

port.on('message', (order: Order) => {
  before = before.then(() => answer(order));
});

async function answer({ number, chart, options }: Order): Promise<void> {
  let reply: Answer = { number };
  try {
    reply = { number, svg: await renderSvg(chart, options) };
  } catch {
    // Whoever asked does it again, and so finds what is wrong.
  }
  port.postMessage(reply);
}
