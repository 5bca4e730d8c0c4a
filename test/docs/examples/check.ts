import ts from 'typescript';
import { documented, type Documented } from './collect.ts';

/** Files of the entry points by the name under which a program imports them. */
export const ENTRIES = {
  emuprove: 'src/index.ts',
  'emuprove/datasets': 'src/library/datasets/index.ts',
  'emuprove/report': 'src/report/index.ts',
  'emuprove/studies': 'src/studies/index.ts',
} as const;

/** All functions that are exported, and what is wrong with the types of their examples. */
export interface CheckedExamples {
  readonly functions: readonly Documented[];
  /** As `tsc` words it. */
  readonly errors: readonly string[];
}

/**
 * Collects the examples of all entry points, and checks their types as strictly as a user can.
 *
 * @param root of the project
 */
export function checkExamples(root: string): CheckedExamples {
  const options: ts.CompilerOptions = {
    ...ts.readConfigFile(`${root}tsconfig.json`, (file) => ts.sys.readFile(file)).config
      .compilerOptions,
    ...STRICT,
    types: ['node'],
    paths: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, file]) => [name, [`${root}${file}`]]),
    ),
  };
  const entries = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, file]) => [name, `${root}${file}`]),
  );
  const files = new Map<string, string>();
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const parsed = new Map<string, ts.SourceFile | undefined>();
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...more) => {
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, ...more));
    return parsed.get(name);
  };
  const first = ts.createProgram(Object.values(entries), options, host);
  const functions = documented(first, entries);
  functions
    .flatMap(({ examples }) => examples)
    .forEach(({ place, code }, i) =>
      files.set(`${root}example-${i}.ts`, `${code}\nexport {}; // ${place}`),
    );
  const program = ts.createProgram([...files.keys()], options, host, first);
  const errors = [...files.keys()].flatMap((name) => {
    const source = program.getSourceFile(name);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return found.map((one) => {
      const place = /\/\/ (.*)$/.exec(files.get(name) ?? '')?.[1] ?? '';
      return `${place}: ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`;
    });
  });
  return { functions, errors };
}

const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts'],
  noUnusedLocals: false,
};
