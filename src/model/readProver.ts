import type { TextFile } from '../files/readTextFile.ts';
import { readYaml } from '../files/readYaml.ts';
import type { Alternative, Body, IndexSet } from '../formula/system.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { readAlternative, readQuantity, type Declared } from './readQuantity.ts';
import { ProverSchema } from './schema.ts';
import { STAGE_OF_BASIS, type Kernel, type ProverDocument, type Quantity } from './types.ts';
import type { InferOutput } from 'valibot';

type ProverSource = InferOutput<typeof ProverSchema>;
type KernelSource = NonNullable<ProverSource['kernels']>[string];

/**
 * Reads a file of `models/provers/`: a model whose kernels become the set `kernel` and the
 * quantities `kernel_ops`, `kernel_bytes_read` and `kernel_bytes_written`.
 *
 * @throws InputError with every issue of the file
 */
export function readProver(source: TextFile, file: string): ProverDocument {
  if (!source.ok) throw new InputError(source.issues);
  const read = readYaml(source.text, ProverSchema, file);
  if (!read.ok) throw new InputError(read.issues);
  const prover = read.value;
  const issues: Issue[] = [];
  const declared: Declared = { model: prover.prover, file };
  const quantities: Quantity[] = [];
  const add = (quantity: Quantity | undefined): void => {
    if (quantity !== undefined) quantities.push(quantity);
  };
  for (const [name, { value, low, high, basis, design, ...rest }] of Object.entries(
    prover.parameters,
  )) {
    const stated = {
      value,
      ...(design === undefined ? {} : { design }),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      stage: STAGE_OF_BASIS[basis],
      source: rest.source,
      date: prover.date,
    };
    const { title, unit, scale, whole } = rest;
    const marks = {
      ...(scale === undefined ? {} : { scale }),
      ...(whole === undefined ? {} : { whole }),
    };
    const meaning = `Parameter of the prover profile, ${basis}.`;
    add(readQuantity(name, { title, unit, meaning, ...marks, default: stated }, declared, issues));
  }
  for (const [name, quantity] of Object.entries(prover.quantities ?? {})) {
    add(readQuantity(name, quantity, declared, issues));
  }
  const kernels = Object.entries(prover.kernels ?? {});
  if (kernels.length > 0) quantities.push(...kernelQuantities(kernels, declared, issues));
  else if (prover.extends === undefined) {
    issues.push({ code: 'no-kernels', message: 'a prover has kernels or extends another', file });
  }
  if (issues.length > 0) throw new InputError(issues);
  return {
    id: prover.prover,
    version: prover.version,
    title: prover.title,
    meaning: prover.meaning.trim(),
    source: prover.source,
    sets: kernels.length > 0 ? [kernelSet(kernels)] : [],
    quantities,
    ...(prover.extends === undefined ? {} : { extends: prover.extends }),
    operations: prover.operations ?? [],
    states: prover.states ?? {},
    kernels: kernels.map(([id, { title, phase, basis, source: origin }]): Kernel => ({
      id,
      title,
      phase,
      basis,
      source: origin,
    })),
    file,
    sha256: source.sha256,
  };
}

function kernelSet(kernels: readonly (readonly [string, KernelSource])[]): IndexSet {
  return {
    id: 'kernel',
    letter: 'k',
    title: 'phase of the prover',
    elements: kernels.map(([id, { title }]) => ({ id, title })),
  };
}

function kernelQuantities(
  kernels: readonly (readonly [string, KernelSource])[],
  { model, file }: Declared,
  issues: Issue[],
): Quantity[] {
  const ops: [string, Alternative][] = [];
  const reads: [string, Alternative][] = [];
  const writes: [string, Alternative][] = [];
  const parse = (list: [string, Alternative][], key: string, text: string, where: string): void => {
    const path = `kernels.${where}`;
    const alternative = readAlternative(text, { file, path }, issues);
    if (alternative !== undefined) list.push([key, alternative]);
  };
  for (const [id, kernel] of kernels) {
    for (const [operation, text] of Object.entries(kernel.ops)) {
      parse(ops, `${id},${operation}`, text, `${id}.ops.${operation}`);
    }
    parse(reads, id, kernel.bytes_read, `${id}.bytes_read`);
    parse(writes, id, kernel.bytes_written, `${id}.bytes_written`);
  }
  const byteUnit = readAlternative('byte', { file, path: 'kernels' }, issues);
  const make = (
    name: string,
    title: string,
    over: readonly string[],
    cases: readonly (readonly [string, Alternative])[],
    bytes: boolean,
  ): Quantity => ({
    name,
    model,
    title,
    meaning: 'Per segment.',
    unit: bytes ? 'byte' : '1',
    unitExpr: bytes && byteUnit !== undefined ? byteUnit.expr : { kind: 'number', at: 1, value: 1 },
    over,
    body: { kind: 'cases', by: over, cases: Object.fromEntries(cases) } satisfies Body,
    file,
    path: 'kernels',
  });
  return [
    make('kernel_ops', 'Operations of a phase', ['kernel', 'operation'], ops, false),
    make('kernel_bytes_read', 'Bytes a phase reads', ['kernel'], reads, true),
    make('kernel_bytes_written', 'Bytes a phase writes', ['kernel'], writes, true),
  ];
}
