/** An import at the start of a line, which has to stand at the top of a module. */
const IMPORT = /^import\s[^;]*;$/gm;

/**
 * All code cells of a notebook as one module, so that one compiler sees them all. Before each cell
 * it says which one begins.
 *
 * @param {{ cells: { cell_type: string, source: string | string[] }[] }} notebook
 */
export function sourceOf(notebook) {
  const cells = notebook.cells.flatMap(({ cell_type: type, source }, index) =>
    type === 'code' ? [{ index, code: [source].flat().join('') }] : [],
  );
  const imports = cells.flatMap(({ code }) => code.match(IMPORT) ?? []);
  const bodies = cells.map(
    ({ index, code }) =>
      `(globalThis as { notebookCell?: (index: number) => void }).notebookCell?.(${index});\n${code.replace(IMPORT, '')}`,
  );
  return `${imports.join('\n')}\n${bodies.join('\n')}\nexport {};\n`;
}
