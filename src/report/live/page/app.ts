import { fromSnapshot } from '../../../builtin/builtin.ts';
import { LiveEngine } from '../engine/engine.ts';
import { formatFragment, keyOf, parseFragment } from '../engine/fragment.ts';
import { isUnchanged, UNCHANGED, withPick, withSetting, type LiveState } from '../engine/state.ts';
import type { LiveView } from '../engine/view.ts';
import type { LivePayload } from '../payload.ts';
import { actions } from './actions.ts';
import { address } from './address.ts';
import { adder } from './adder.ts';
import { announcer } from './announcer.ts';
import { element } from './dom.ts';
import { makeDriver } from './driver.ts';
import { figuresTable } from './figuresTable.ts';
import { inputList } from './inputList.ts';
import { messages } from './messages.ts';
import { pickers } from './pickers.ts';
import { spreadChart } from './spreadChart.ts';
import { verdictPanel } from './verdictPanel.ts';

/**
 * Builds the live part of the page and keeps it going.
 *
 * @param section the section, which keeps the state of a saved page
 * @param root where everything goes
 */
export function startApp(payload: LivePayload, section: HTMLElement, root: HTMLElement): void {
  const parts = fromSnapshot(payload.snapshot);
  const engine = new LiveEngine(parts, payload.scenario, payload.shipped);
  let state = UNCHANGED;
  /** The report's own state as computed here; nothing else is computed before. */
  let original: LiveView | undefined;
  let values: ReadonlyMap<string, number> = new Map();
  let errors: readonly string[] = [];

  const change = (next: LiveState, refused: readonly string[] = []): void => {
    state = next;
    said.refuse(refused);
    showState();
    if (original !== undefined) driver.request(state);
  };
  const panel = verdictPanel();
  const chart = spreadChart();
  const figures = figuresTable();
  const said = messages();
  const heard = announcer();
  const picks = pickers(parts, payload.scenario, (name, label) => {
    change(withPick(state, name, label === payload.scenario[name] ? undefined : label));
  });
  const inputs = inputList((key, text) => {
    change(withSetting(state, key, text));
  });
  const other = adder((name, text) => {
    change(withSetting(state, keyOf(name), text));
  });
  const doings = actions(() => {
    change(UNCHANGED);
  });
  const showState = (): void => {
    picks.show(state);
    inputs.show(state.set, values, errors);
  };
  const show = (view: LiveView, done: boolean): void => {
    ({ errors } = view);
    if (view.values !== undefined) ({ values } = view);
    const before = isUnchanged(view.state) ? undefined : original;
    panel.show(view, before);
    chart.show(view, before);
    // What comes before anything else is the report's own state.
    figures.show(view, original ?? view);
    said.show(view, original);
    if (view.rows !== undefined) inputs.offer(view.rows);
    if (view.names !== undefined) other.offer(view.names);
    showState();
    root.classList.toggle('live-stopped', errors.length > 0);
    const fragment = formatFragment(view.state);
    if (view.command !== undefined) doings.show([view.command, view.studyCommand ?? ''], fragment);
    if (original !== undefined) {
      heard.announce(view);
      if (done) kept.write(fragment);
    } else if (done) begin(view);
  };
  /** Goes on from the report's own state to the one that the address asks for. */
  const begin = (view: LiveView): void => {
    original = view;
    said.check(view, payload.verdict);
    const asked = parseFragment(kept.read());
    said.refuse(asked.refused);
    // Whoever was quicker than the page goes on with what was changed meanwhile.
    const next = isUnchanged(state) ? asked.state : state;
    if (isUnchanged(next)) kept.write('');
    else change(next, asked.refused);
  };
  const kept = address(section, (fragment) => {
    const asked = parseFragment(fragment);
    change(asked.state, asked.refused);
  });
  const driver = makeDriver(engine, show);

  root.replaceChildren(
    element(
      'p',
      {},
      'Pick other hardware or move an input: everything in this part is computed again, here in the page, as the command line computes it.',
    ),
    picks.node,
    said.wrong,
    panel.node,
    chart.node,
    heard.node,
    element('h3', {}, 'Inputs that move the ratio most'),
    inputs.node,
    other.node,
    figures.node,
    said.notes,
    doings.node,
  );
  driver.request(UNCHANGED);
}
