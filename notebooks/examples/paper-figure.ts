/** A figure for a paper: a chart of the library with a caption, as vectors, as pixels and as its data. */
import { writeFileSync } from 'node:fs';
import { loadBuiltin, resolveScenario, tornado } from 'emuprove';
import { renderPng, renderSvg, tornadoChart } from 'emuprove/report';

const chart = tornadoChart(tornado(resolveScenario(await loadBuiltin(), 'cloud-f2')));
if (chart === null) throw new Error('nothing is in doubt');

// The caption says the finding, so that the figure itself does without its title.
const svg = await renderSvg(chart, { title: false });
const png = await renderPng(svg, { zoom: 4 });
const { columns, rows } = chart.table;
const table = [columns.map(({ title }) => title), ...rows].map((row) => row.join('\t')).join('\n');
writeFileSync('figure.svg', svg);
writeFileSync('figure.png', png);
writeFileSync('figure.tsv', `${table}\n`);

console.log(chart.title);
const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
console.log(
  `${width ?? '?'} x ${height ?? '?'} pixels, ${rows.length} rows, ${columns.length} columns`,
);
console.log(columns.map(({ title }) => title).join(', '));
