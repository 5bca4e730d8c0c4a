#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { run } from './run.ts';
import { processStreams } from './streams.ts';

// The package.json of the package: beside dist/ in a build, two levels up from source.
const here = new URL(
  import.meta.url.endsWith('.ts') ? '../../package.json' : '../package.json',
  import.meta.url,
);
const { version } = JSON.parse(readFileSync(here, 'utf8')) as { version: string };

// A reader that goes away (emuprove list cores | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`standard output can not be written (${error.code ?? error.message})\n`);
  process.exit(2);
});

process.exitCode = await run(process.argv.slice(2), version, processStreams());
