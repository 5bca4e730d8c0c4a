import type { ExplainNode, Explanation } from '../../explain/types.ts';
import { figureText } from '../format.ts';
import { visibleText } from '../visible.ts';

/** A derivation as an indented tree. */
export function explanationText({ trees, notes = [] }: Explanation): string {
  const parts = trees.map((tree) => node(tree, '', '').join('\n'));
  return `${[...parts, ...notes.map((note) => `${visibleText(note)}.`)].join('\n\n')}\n`;
}

function node(of: ExplainNode, lead: string, under: string): string[] {
  const lines = [`${lead}${of.name} = ${figureText(of)}   ${of.title}`];
  const add = (text: string): void => {
    lines.push(`${under}    ${visibleText(text)}`);
  };
  if (lead === '') add(of.meaning);
  if (of.input !== undefined)
    lines.push(...provenance(of.input).map((text) => `${under}    ${visibleText(text)}`));
  else if (of.formula !== undefined) {
    const note =
      of.note === undefined ? '' : `   (${of.assumed === true ? 'assumed: ' : ''}${of.note})`;
    add(`= ${of.formula}${note}`);
  }
  for (const call of of.calls ?? []) add(call);
  if (of.missing !== undefined) add(`no value for ${of.missing.join(', ')}`);
  if (of.invalid !== undefined) add(of.invalid);
  if (lead === '') add(`declared in ${of.declared}`);
  if (of.omitted === 'depth') add('… more with --depth');
  if (of.omitted === 'above') add('… derived above');
  of.children.forEach((child, i) => {
    const last = i === of.children.length - 1;
    lines.push(
      ...node(child, `${under}${last ? '└─ ' : '├─ '}`, `${under}${last ? '   ' : '│  '}`),
    );
  });
  return lines;
}

function provenance(input: NonNullable<ExplainNode['input']>): string[] {
  const { stage, origin, source, date, cell, rank, low, high, display, url } = input;
  const range =
    low === undefined && high === undefined
      ? ''
      : `, range ${low === undefined ? '?' : low / display.scale} to ${high === undefined ? '?' : high / display.scale} ${display.unit}`;
  const where =
    cell ??
    { set: 'set', model: 'default of the model', dataset: 'dataset', choice: 'chosen' }[origin];
  const second = rank === 'secondary' ? ', secondary source' : '';
  return [
    `${where}: ${stage}${second}${range}`,
    `source: ${source}${date === undefined ? '' : ` (${date})`}${url === undefined ? '' : ` ${url}`}`,
  ];
}
