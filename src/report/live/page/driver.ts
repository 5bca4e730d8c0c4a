import type { LiveEngine } from '../engine/engine.ts';
import type { LiveState } from '../engine/state.ts';
import type { LiveView } from '../engine/view.ts';

/** How long the page computes before it looks at what else happened. */
const SLICE = 12;

/** How long after the last move everything is computed from the start. */
const REST = 250;

/** Computes states as they come, without keeping the page from anything else. */
export interface Driver {
  /** Asks for a state; what was asked for before is given up. */
  readonly request: (state: LiveState) => void;
}

/**
 * Makes a driver. A state that differs in the values of inputs only is there in the next frame, and
 * is computed from the start when the hand rests; any other is computed from the start at once.
 *
 * @param show gets views as they become known, and whether there is no more to come
 */
export function makeDriver(
  engine: LiveEngine,
  show: (view: LiveView, done: boolean) => void,
): Driver {
  let wanted: LiveState | undefined;
  let frame = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let run = 0;

  const fail = (state: LiveState, error: unknown): void => {
    show({ state, errors: [`This page can not compute that: ${String(error)}`] }, true);
  };
  const settle = async (state: LiveState): Promise<void> => {
    const own = ++run;
    let last: LiveView | undefined;
    let began = performance.now();
    for (const view of engine.settle(state)) {
      if (view !== undefined) show((last = view), false);
      if (performance.now() - began < SLICE) continue;
      await turn();
      if (own !== run) return;
      began = performance.now();
    }
    if (last !== undefined) show(last, true);
  };
  const inFrame = (): void => {
    frame = false;
    const state = wanted;
    if (state === undefined) return;
    const start = (): void => {
      settle(state).catch((error: unknown) => {
        fail(state, error);
      });
    };
    try {
      const view = engine.move(state);
      if (view === undefined) {
        start();
        return;
      }
      run++;
      show(view, false);
      rest = setTimeout(start, REST);
    } catch (error) {
      fail(state, error);
    }
  };
  return {
    request: (state) => {
      wanted = state;
      clearTimeout(rest);
      if (frame) return;
      frame = true;
      requestAnimationFrame(inFrame);
    },
  };
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets everything else that waits have its turn; a timer would wait for milliseconds. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
