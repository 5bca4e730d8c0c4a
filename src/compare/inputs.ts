import type { InputEntry } from '../result/types.ts';
import type { ComparedResult } from './side.ts';
import type { FileDifference, InputDifference, InputOfSide } from './types.ts';

/** Every input that is not the same on both sides, by name. */
export function inputDifferences(a: ComparedResult, b: ComparedResult): InputDifference[] {
  const [ours, theirs] = [a, b].map(
    ({ inputsUsed }) => new Map(inputsUsed.map((entry) => [entry.name, entry])),
  );
  const names = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])].sort();
  return names.flatMap((name): InputDifference[] => {
    const [one, other] = [ours?.get(name), theirs?.get(name)];
    const entry = one ?? other;
    const differs = differenceOf(one, other);
    if (entry === undefined || differs === undefined) return [];
    const { title, unit, display } = entry;
    const factor = (other?.value ?? NaN) / (one?.value ?? NaN);
    return [
      {
        name,
        title,
        unit,
        display,
        differs,
        factor: Number.isFinite(factor) ? factor : null,
        a: one === undefined ? null : ofSide(one),
        b: other === undefined ? null : ofSide(other),
      },
    ];
  });
}

function differenceOf(
  a: InputEntry | undefined,
  b: InputEntry | undefined,
): InputDifference['differs'] | undefined {
  if (a === undefined || b === undefined) return a === undefined ? 'only-b' : 'only-a';
  if (a.value !== b.value) return 'value';
  if (doubtOf(a) !== doubtOf(b)) return 'doubt';
  return a.source === b.source ? undefined : 'source';
}

function doubtOf({ low, high, stage, design, distribution }: InputEntry): string {
  return JSON.stringify([low, high, stage, design, distribution]);
}

function ofSide(entry: InputEntry): InputOfSide {
  const { value, low, high, stage, origin, source, url, date, cell } = entry;
  return {
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    stage,
    origin,
    source,
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    ...(cell === undefined ? {} : { cell }),
  };
}

/** Model files and tables of which both sides had one, and not the same. */
export function fileDifferences(a: ComparedResult, b: ComparedResult): FileDifference[] {
  const [ours, theirs] = [a, b].map(
    ({ inputs }) => new Map(inputs.map(({ file, sha256 }) => [file, sha256])),
  );
  return [...(ours?.keys() ?? [])].sort().flatMap((file): FileDifference[] => {
    const [one, other] = [ours?.get(file), theirs?.get(file)];
    if (one === undefined || other === undefined || one === other) return [];
    return [{ file, a: one, b: other }];
  });
}
