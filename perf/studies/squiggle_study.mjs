// The study in Squiggle: squiggle_study.mjs SOURCE SAMPLES prints what it found as JSON. Run where
// @quri/squiggle-lang is installed. Time is processor time, from the source on, without imports.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [source, samples, directory] = process.argv.slice(2);
const require = createRequire(`${directory}/`);
const { run } = await import(pathToFileURL(require.resolve('@quri/squiggle-lang')).href);
const text = readFileSync(source, 'utf8');
const start = process.cpuUsage();
const { result } = await run(text, {
  environment: { sampleCount: Number(samples), xyPointLength: 1000, seed: '1' },
});
if (!result.ok) throw new Error(String(result.value));
const { user, system } = process.cpuUsage(start);
const found = result.value.bindings.get('found').asJS();
const [mean, sd, probability] = found;
const ns = ((user + system) * 1e3) / samples;
console.log(JSON.stringify({ ns, mean, sd, probability, samples: Number(samples) }));
