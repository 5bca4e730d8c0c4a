/** A sweep to Parquet, read by DuckDB: the strongest core of every platform, and who passes beside it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const emuprove = fileURLToPath(new URL('cli.js', import.meta.resolve('emuprove')));
const over = ['platform=alveo-*', 'core=vexriscv*,serv-tile,neorv32*', 'prover=binius*'];
const words = ['sweep', ...over.flatMap((axis) => ['--over', axis]), '--out', 'rows.parquet'];
execFileSync(process.execPath, [emuprove, ...words], { stdio: 'ignore' });

const connection = await (await DuckDBInstance.create()).connect();
const reader = await connection.runAndReadAll(`
  SELECT platform,
         arg_max(core, native_rate) AS strongest,
         string_agg(DISTINCT prover, ', ' ORDER BY prover) FILTER (status = 'pass') AS passing
  FROM 'rows.parquet'
  WHERE status IN ('pass', 'fail')
  GROUP BY platform
  ORDER BY platform`);
for (const row of reader.getRowObjects()) console.log(Object.values(row).map(String).join(' | '));
