import ts from 'typescript';

/** An example of a doc comment. */
export interface Example {
  /** What it is an example of. */
  readonly of: string;
  /** Name under which a program imports that. */
  readonly from: string;
  /** Where it stands: file and line. */
  readonly place: string;
  readonly code: string;
}

/** A function that is exported, with the examples of its doc comment. */
export interface Documented {
  readonly name: string;
  readonly from: string;
  readonly examples: readonly Example[];
}

/**
 * The functions and classes that entry points export, with their examples.
 *
 * @param program that has the entry points
 * @param entries files of the entry points by the name under which a program imports them
 */
export function documented(
  program: ts.Program,
  entries: Readonly<Record<string, string>>,
): Documented[] {
  const checker = program.getTypeChecker();
  return Object.entries(entries).flatMap(([from, file]) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} is no module`);
    return checker.getExportsOfModule(module).flatMap((exported): Documented[] => {
      if (exported.declarations?.some(ts.isTypeOnlyExportDeclaration) === true) return [];
      const aliased = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      const symbol = aliased ? checker.getAliasedSymbol(exported) : exported;
      if ((symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) === 0) return [];
      const name = exported.name;
      const examples = (symbol.declarations ?? []).flatMap((declaration) =>
        ts
          .getJSDocTags(declaration)
          .filter((tag) => tag.tagName.text === 'example')
          .map((tag) => exampleOf(tag, name, from)),
      );
      return [{ name, from, examples }];
    });
  });
}

function exampleOf(tag: ts.JSDocTag, of: string, from: string): Example {
  const source = tag.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(tag.getStart());
  // The text as it stands, and not as JSDoc would read it: code may have `@` and `{` in it.
  const text = source.text.slice(tag.tagName.getEnd(), tag.getEnd());
  const code = text
    .split('\n')
    .map((one) => one.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim()
    .replace(/\s*\*\/$/, '')
    .replace(/^```\w*\n|\n```$/g, '');
  return { of, from, place: `${source.fileName}:${line + 1}`, code };
}
