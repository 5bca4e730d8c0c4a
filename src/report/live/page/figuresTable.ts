import type { Figure, Test } from '../../../result/types.ts';
import { comparedText, figureText, outcomeText } from '../../format.ts';
import { TESTS } from '../../../result/sections.ts';
import { probabilityText } from '../../table/doubt/shared.ts';
import type { LiveView } from '../engine/view.ts';
import { element } from './dom.ts';

/** Tables of a view beside the report's own. */
export interface FiguresTable {
  readonly node: HTMLElement;
  readonly show: (view: LiveView, original: LiveView) => void;
}

/** Makes the table of the sub-tests and the one of both sides. */
export function figuresTable(): FiguresTable {
  const tests = table('Tests beside the ratio', [
    'Test',
    'Value',
    'Limit',
    'Outcome',
    'Probability',
  ]);
  const sides = table('Both sides', ['One device', 'Here', 'In the report']);
  return {
    node: element('div', { class: 'live-tables' }, tests.node, sides.node),
    show: ({ verdict, spread }, original) => {
      if (verdict === undefined) return;
      tests.fill(verdict.tests.map((test) => testRow(test, spread?.truths)));
      const before = original.verdict;
      sides.fill([
        ...verdict.native.map((figure, i) => sideRow(figure, before?.native[i])),
        ...verdict.proving.map((figure, i) => sideRow(figure, before?.proving[i])),
      ]);
    },
  };
}

type Row = readonly (string | Node)[];

function table(
  caption: string,
  columns: readonly string[],
): { node: HTMLElement; fill: (rows: readonly Row[]) => void } {
  const body = element('tbody');
  const head = columns.map((title) => element('th', { scope: 'col' }, title));
  const node = element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...head)),
    body,
  );
  const fill = (rows: readonly Row[]): void => {
    body.replaceChildren(
      ...rows.map(([first, ...rest]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, first),
          ...rest.map((cell) => element('td', {}, cell)),
        ),
      ),
    );
  };
  const scroll = { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: 0 };
  return { node: element('div', scroll, node), fill };
}

function testRow(test: Test, truths: ReadonlyMap<string, number> | undefined): Row {
  const [value, limit] = comparedText(test.value, test.limit);
  const outcome = element('span', { class: test.outcome }, outcomeText(test.outcome));
  const key = TESTS.find(({ id }) => id === test.id)?.passes ?? '';
  const share = truths?.get(key);
  return [test.title, value, limit, outcome, share === undefined ? '–' : probabilityText(share)];
}

function sideRow(figure: Figure, before: Figure | undefined): Row {
  const [now, then] = [figureText(figure), before === undefined ? '' : figureText(before)];
  return [figure.title, now === then ? now : element('strong', {}, now), then];
}
