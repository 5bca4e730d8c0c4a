// <stdin>
import { readFileSync } from "node:fs";
import { breakEven, evaluate, importReports, loadBuiltin, montecarlo, resolveScenario, sweepRecords, withRow } from "emuprove";

// notebooks/charts/curveChart.ts
import { CHART_INK as CHART_INK2, CHART_WIDTH } from "emuprove/report";

// notebooks/charts/parts.ts
import { CHART_CONFIG, CHART_INK, chartTitle } from "emuprove/report";
var { blue, orange, pass, fail, muted, text: ink } = CHART_INK;
var LOOKS = [
  { color: blue, shape: "circle", dash: [1, 0] },
  { color: orange, shape: "diamond", dash: [8, 4] },
  { color: pass, shape: "square", dash: [2, 3] },
  { color: fail, shape: "cross", dash: [10, 3, 2, 3] },
  { color: muted, shape: "triangle-up", dash: [5, 2] }
];
var CHARACTER = 7;
var GAP = 10;
function haloed(values, mark, encoding) {
  const text = { type: "text", fontSize: 12, ...mark };
  return [
    { data: { values }, mark: { ...text, stroke: "white", strokeWidth: 5 }, encoding },
    { data: { values }, mark: { ...text, color: ink }, encoding }
  ];
}
function chartOf({ id, title, description }, columns, rows, spec) {
  return {
    id,
    title,
    description,
    table: {
      columns: columns.map(([name2]) => ({ title: name2 })),
      rows: rows.map((row) => columns.map(([, key]) => row[key]))
    },
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      title: chartTitle(title, "wide"),
      config: CHART_CONFIG,
      ...spec
    }
  };
}
function lookOf(index) {
  return LOOKS[index % LOOKS.length] ?? LOOKS[0];
}
function legendOf(groups) {
  const legend = groups.length > 1 ? {
    title: null,
    orient: "bottom",
    direction: "horizontal",
    labelLimit: 400,
    labelFontSize: 12
  } : null;
  const encoding = (key) => ({
    field: "group",
    type: "nominal",
    legend,
    scale: { domain: groups, range: groups.map((_, i) => lookOf(i)[key]) }
  });
  return { color: encoding("color"), shape: encoding("shape") };
}
function ruleAt(limit, across, position) {
  if (limit === void 0) return [];
  const data2 = { values: [{ ...limit, [across]: limit.value }] };
  const encoding = { [across]: { ...position, field: across } };
  const name2 = across === "x" ? { mark: { type: "text", dy: -8, color: ink }, at: { y: { value: 0 } } } : {
    mark: { type: "text", dx: 6, dy: -7, align: "left", color: ink },
    at: { x: { value: 0 } }
  };
  return [
    { data: data2, mark: { type: "rule", strokeDash: [6, 4], color: ink }, encoding },
    { data: data2, mark: name2.mark, encoding: { ...encoding, ...name2.at, text: { field: "text" } } }
  ];
}
function domainOf(values, room) {
  const [least, most2] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(1.2, (most2 / least) ** 0.06);
  const [low, high] = [least / margin, most2 * margin];
  return [low, low * (high / low) ** (1 / (1 - Math.min(0.6, room)))];
}
function logAxis([low, high], title) {
  const decades = Math.log10(high / low);
  const steps = decades > 3 ? [1] : [1, 2, 5];
  const powers = Array.from(
    { length: Math.ceil(decades) + 2 },
    (_, i) => Math.floor(Math.log10(low)) + i
  );
  const values = powers.flatMap((power) => steps.map((step) => Number(`${step}e${power}`))).filter((value) => value >= low && value <= high);
  return {
    title: `${title} (logarithmic)`,
    scale: { type: "log", domain: [low, high], nice: false },
    axis: { values, format: ",~r" }
  };
}

// notebooks/charts/placeLabels.ts
var HALF = 8;
var PLACEMENTS = [-11, 13].flatMap((dy) => [
  { align: "left", dx: GAP, dy },
  { align: "right", dx: -GAP, dy }
]);
function placeLabels(named, others, size) {
  const taken = [...named, ...others].map(({ x, y }) => [
    x - HALF,
    x + HALF,
    y - HALF,
    y + HALF
  ]);
  return named.map((point) => {
    const costs = PLACEMENTS.map((placement) => {
      const box = boxOf(point, placement);
      const inside = box[0] >= 0 && box[1] <= size.width && box[2] >= 0 && box[3] <= size.height;
      return taken.filter((other) => overlap(box, other)).length + (inside ? 0 : taken.length);
    });
    const best = PLACEMENTS[costs.indexOf(Math.min(...costs))] ?? { align: "left", dx: GAP, dy: 0 };
    taken.push(boxOf(point, best));
    return best;
  });
}
function boxOf({ x, y, name: name2 }, { align, dx, dy }) {
  const [start, length] = [x + dx, CHARACTER * name2.length];
  const [left, right] = align === "left" ? [start, start + length] : [start - length, start];
  return [left, right, y - dy - HALF, y - dy + HALF];
}
function overlap(a, b) {
  return a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];
}

// notebooks/charts/curveChart.ts
var { muted: muted2, text: ink2 } = CHART_INK2;
var HEIGHT = 320;
function curveChart(said) {
  const { xAxis, yAxis, curves = [], points = [], others = [], limit } = said;
  const names = [...new Set(curves.map(({ series }) => series))];
  const ends = names.flatMap((name2) => curves.findLast(({ series }) => series === name2) ?? []);
  const width = CHART_WIDTH.wide - 80;
  const all = [...curves, ...points, ...others];
  const longest = Math.max(0, ...[...ends, ...points].map(({ series }) => series.length));
  const xs = all.map((point) => point.x);
  const ys = [...all.map((point) => point.y), ...limit === void 0 ? [] : [limit.value]];
  const domains = [domainOf(xs, (CHARACTER * longest + 2 * GAP) / width), domainOf(ys, 0)];
  const x = { type: "quantitative", field: "x", ...logAxis(domains[0], xAxis) };
  const y = { type: "quantitative", field: "y", ...logAxis(domains[1], yAxis) };
  const pixel = ({ x: x2, y: y2, series }) => ({
    x: width * shareOf(domains[0], x2),
    y: HEIGHT * shareOf(domains[1], y2),
    name: series
  });
  const size = { width, height: HEIGHT };
  const places = placeLabels(points.map(pixel), [...others, ...curves].map(pixel), size);
  const scale = (key) => ({
    field: "series",
    type: "nominal",
    sort: names,
    legend: null,
    scale: { domain: names, range: names.map((_, i) => lookOf(i)[key]) }
  });
  const text = { x, y, text: { field: "series" } };
  return chartOf(
    said,
    [
      ["Series", "series"],
      [xAxis, "x"],
      [yAxis, "y"]
    ],
    all,
    {
      width,
      height: HEIGHT,
      layer: [
        ...ruleAt(limit, "y", y),
        {
          data: { values: curves },
          mark: { type: "line", strokeWidth: 2 },
          encoding: { x, y, color: scale("color"), strokeDash: scale("dash") }
        },
        {
          data: { values: others },
          mark: { type: "point", filled: true, opacity: 0.6, size: 60, color: muted2 },
          encoding: { x, y }
        },
        {
          data: { values: points },
          mark: {
            type: "point",
            shape: "diamond",
            filled: true,
            opacity: 1,
            size: 120,
            color: ink2
          },
          encoding: { x, y }
        },
        ...haloed(ends, { align: "left", dx: GAP }, text),
        ...points.flatMap((point, i) => haloed([point], { ...places[i] }, text))
      ]
    }
  );
}
function shareOf([low, high], value) {
  return Math.log(value / low) / Math.log(high / low);
}

// notebooks/charts/dotChart.ts
import { CHART_WIDTH as CHART_WIDTH2 } from "emuprove/report";
var LABELS = 210;
function dotChart(said) {
  const { axis, dots, limit } = said;
  const { groups = [...new Set(dots.map(({ group }) => group))] } = said;
  const width = CHART_WIDTH2.wide - LABELS;
  const values = [...dots.map(({ value }) => value), ...limit === void 0 ? [] : [limit.value]];
  const room = CHARACTER * Math.max(...dots.map(({ text }) => text.length)) + 2 * GAP;
  const domain = domainOf(values, room / width);
  const x = { type: "quantitative", field: "value", ...logAxis(domain, axis) };
  const y = {
    type: "nominal",
    field: "row",
    sort: null,
    title: null,
    axis: { domain: false, ticks: false, labelLimit: LABELS }
  };
  const looks = legendOf(groups);
  const at = (value) => width * Math.log(value / domain[0]) / Math.log(domain[1] / domain[0]);
  const crosses = ({ value, text }) => {
    const length = GAP + CHARACTER * text.length;
    const beyond = limit !== void 0 && value < limit.value && at(value) + length > at(limit.value);
    return beyond && at(value) > length;
  };
  const [left, right] = [dots.filter(crosses), dots.filter((dot) => !crosses(dot))];
  return chartOf(
    said,
    [
      ["Row", "row"],
      ["Group", "group"],
      [axis, "value"]
    ],
    dots,
    {
      width,
      height: { step: 24 },
      layer: [
        ...ruleAt(limit, "x", x),
        {
          data: { values: dots },
          mark: { type: "point", filled: true, opacity: 1, size: 110 },
          encoding: { x, y, ...looks }
        },
        ...haloed(left, { align: "right", dx: -GAP }, { x, y, text: { field: "text" } }),
        ...haloed(right, { align: "left", dx: GAP }, { x, y, text: { field: "text" } })
      ]
    }
  );
}

// notebooks/show.ts
import { renderSvg } from "emuprove/report";
async function show(data2) {
  const { notebookShow, Deno } = globalThis;
  if (notebookShow !== void 0) notebookShow(data2);
  else if (Deno?.jupyter !== void 0) await Deno.jupyter.display(data2, { raw: true });
  else console.log(data2["text/plain"] ?? data2["text/markdown"]);
}
async function showChart(chart) {
  if (chart === null) throw new Error("there is nothing to draw");
  await show({
    "application/vnd.vegalite.v5+json": chart.spec,
    "image/svg+xml": await renderSvg(chart),
    "text/plain": chart.title
  });
}
async function showTable(columns, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const text = (cell) => typeof cell === "number" ? cell.toLocaleString("en-US") : (cell ?? "").replaceAll("|", "\\|");
  const align = columns.map(
    (_, k) => rows.some((row) => typeof row[k] === "number") ? "--:" : "---"
  );
  await showText([columns, align, ...rows.map((row) => row.map(text))].map(line).join("\n"));
}
async function showText(markdown) {
  await show({ "text/markdown": markdown });
}
function short(value) {
  if (typeof value !== "number" || Number.isNaN(value)) return "unknown";
  const digits = Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return value.toLocaleString("en-US", digits);
}
function percent(share2) {
  return `${(100 * share2).toLocaleString("en-US", { maximumFractionDigits: 1 })} %`;
}

// <stdin>
globalThis.notebookCell?.(1);
var OPERATION = "gf128_mul";
var shipped = await loadBuiltin();
var plain = evaluate(resolveScenario(shipped));
var quantity = (name2) => Number(plain.quantities.find((one) => one.name === name2)?.value ?? NaN);
var share = quantity(`ops[${OPERATION}]`) * quantity(`unit_cost[${OPERATION},lut]`) / quantity("need[lut]");
await showText(`${percent(share)} of the LUTs that proving takes in the default scenario multiply in this field.`);
globalThis.notebookCell?.(3);
var own = (name2, per) => {
  const file = `gf128-mul-${name2}.stat.json`;
  const text = readFileSync(new URL(`reports/${file}`, import.meta.url), "utf8");
  return importReports(shipped, [{ file, text }], { as: "unit", id: `my-${name2}`, operation: OPERATION, per, family: "AMD Virtex UltraScale+" });
};
var imported = [own("pipelined", 1), own("serial", 17)];
var number = (value) => typeof value === "number" ? value : null;
await showTable(
  ["row", "LUTs", "flip-flops", "products a clock", "clock, MHz", "stage"],
  imported.map(({ row }) => [String(row?.["id"]), number(row?.["lut"]), number(row?.["ff"]), short(row?.["ops_per_clock"]), short(row?.["fmax_mhz"]), String(row?.["stage"])])
);
await showText(`Its source is kept with the row: *${String(imported[0]?.row?.["source"])}*.`);
globalThis.notebookCell?.(5);
var data = imported.reduce(withRow, shipped);
var scenario = resolveScenario(data);
var units = sweepRecords(scenario, { over: [`unit.${OPERATION}=*`], columns: ["value", `unit_resource[${OPERATION},lut]`, `unit_ops_per_clock[${OPERATION}]`, `unit_same_lut_kind[${OPERATION}]`] }).filter((row) => row["value"] !== null && row[`unit_same_lut_kind[${OPERATION}]`] === 1).map((row) => ({
  unit: String(row[`unit.${OPERATION}`]),
  overhead: Number(row["value"]),
  status: String(row["status"]),
  // What a product costs, whatever the number of clocks: LUTs that are busy for one clock.
  price: Number(row[`unit_resource[${OPERATION},lut]`]) / Number(row[`unit_ops_per_clock[${OPERATION}]`])
})).sort((a, b) => a.overhead - b.overhead);
var mine = units.filter(({ unit }) => unit.startsWith("my-"));
var [pipelined, serial] = ["my-pipelined", "my-serial"].map((name2) => mine.find(({ unit }) => unit === name2));
await showChart(
  dotChart({
    id: "units",
    title: `With the pipelined multiplier the overhead is ${short(pipelined?.overhead)}, with the serial one ${short(serial?.overhead)}`,
    description: "A dot for each unit that does the operation, by the overhead of the scenario with it: circles ship, diamonds were imported here. The dashed line is the limit.",
    axis: "FPGAs to prove in real time what one of them runs",
    limit: { value: plain.verdict.limit, text: `limit ${short(plain.verdict.limit)}` },
    groups: ["in the dataset", "imported here"],
    dots: units.map(({ unit, overhead }) => ({ row: unit, value: overhead, text: short(overhead), group: unit.startsWith("my-") ? "imported here" : "in the dataset" }))
  })
);
globalThis.notebookCell?.(7);
var name = `unit_lut_measured[${OPERATION}]`;
var curve = sweepRecords(scenario, { over: [`unit_lut_measured.${OPERATION}=1000..16000:500`], columns: ["value", `unit_resource[${OPERATION},lut]`] });
var limits = breakEven(scenario);
var most = limits.verdict.rows.find(({ input }) => input === name)?.crossings[0]?.value;
await showChart(
  curveChart({
    id: "price",
    title: `A product may take up to ${short(most)} LUT-clocks; the pipelined unit takes ${short(pipelined?.price)}, the serial one ${short(serial?.price)}`,
    description: "Overhead by the LUTs that a product occupies for one clock. The line is a unit of one product a clock and any size; diamonds are the two that were imported, the dashed line is the limit.",
    xAxis: "LUT-clocks of a product in GF(2\xB9\xB2\u2078)",
    yAxis: "FPGAs to prove what one runs",
    limit: { value: plain.verdict.limit, text: `limit ${short(plain.verdict.limit)}` },
    curves: curve.map((row) => ({ x: Number(row[`unit_resource[${OPERATION},lut]`]), y: Number(row["value"]), series: "any unit" })),
    points: mine.map(({ unit, price, overhead }) => ({ x: price, y: overhead, series: unit }))
  })
);
await showText(`A verdict has to hold against the best core of the device as well, which is why it turns at ${short(most)} LUT-clocks, before the line meets the limit.`);
globalThis.notebookCell?.(9);
var probability = async (of) => {
  const { result } = await montecarlo(of);
  return result.truths.find((truth) => truth.name === "passes[overhead]")?.probability.value ?? NaN;
};
var choices = [["as shipped", void 0], ["my-pipelined", "my-pipelined"], ["my-serial", "my-serial"]];
var chances = await Promise.all(
  choices.map(async ([title, unit]) => {
    const own2 = resolveScenario(data, unit === void 0 ? {} : { units: { [OPERATION]: unit } });
    return { title, chance: await probability(own2), sentence: evaluate(own2).verdict.sentence };
  })
);
await showTable(["multiplier", "verdict", "P(pass)"], chances.map(({ title, sentence, chance }) => [title, sentence, percent(chance)]));
globalThis.notebookCell?.(11);
var [asShipped, withPipelined, withSerial] = chances;
var ratio = (serial?.price ?? NaN) / (pipelined?.price ?? NaN);
var luts = imported.map(({ row }) => Number(row?.["lut"]));
await showText(
  `A multiplier of ${short(luts[0])} LUTs that finishes a product a clock ${String(pipelined?.status) === "pass" ? "passes" : "does not pass"} (overhead ${short(pipelined?.overhead)}, with doubt ${percent(withPipelined?.chance ?? NaN)}; the one in the dataset, whose registers were estimated, ${short(plain.verdict.value)} and ${percent(asShipped?.chance ?? NaN)}). One of ${short(luts[1])} LUTs that takes 17 clocks costs ${short(ratio)} times as much per product and ${String(serial?.status) === "pass" ? "still passes" : "does not pass"} (${short(serial?.overhead)}, ${percent(withSerial?.chance ?? NaN)}). With all else as it is, a product in GF(2\xB9\xB2\u2078) may take ${short(most)} LUT-clocks. A kernel of your own needs no more than its report, its operation and its clocks per result; what is still missing here is a routed clock, and until there is one the unit is taken to reach that of the prover.`
);
