import { format } from 'node:util';
import ts from 'typescript';
import type { Example } from './collect.ts';

/** A line that an example prints, and what it says that it prints. */
export interface Printed {
  readonly said: string | undefined;
  readonly found: string;
}

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
  ...text: string[]
) => (...values: unknown[]) => Promise<void>;

/**
 * Runs an example. What it prints is not printed, but compared with the comment at the end of the
 * line that prints it, where there is one.
 *
 * @param modules what it may import
 * @returns what it printed, in order
 */
export async function runExample(
  { code, place }: Pick<Example, 'code' | 'place'>,
  modules: Readonly<Record<string, unknown>>,
): Promise<Printed[]> {
  const printed: Printed[] = [];
  const marked = code.replaceAll(
    /console\.log\((.*)\);(?: \/\/ (.*))?$/gm,
    (_, values: string, said?: string) => `log(${JSON.stringify(said ?? null)}, ${values});`,
  );
  const { outputText } = ts.transpileModule(marked, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS },
  });
  const load = (name: string): unknown => {
    if (!Object.hasOwn(modules, name)) throw new Error(`${place}: there is no module ${name}`);
    return modules[name];
  };
  const log = (said: string | null, ...values: unknown[]): void => {
    printed.push({ said: said ?? undefined, found: format(...values) });
  };
  await new AsyncFunction('require', 'exports', 'log', outputText)(load, {}, log);
  return printed;
}
