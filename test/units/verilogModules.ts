/** A module of Verilog as far as the tests look at it. */
export interface VerilogModule {
  readonly name: string;
  /** Widths of everything that is declared, by name; the ports come first. */
  readonly widths: ReadonlyMap<string, number>;
  readonly ports: readonly string[];
  readonly body: string;
}

const DECLARED = /\b(?:input|output|wire|reg)\s+(?:\[(\d+):0\]\s*)?([^;()]*)/g;

/** Reads the modules of a source, in their order. */
export function verilogModules(source: string): VerilogModule[] {
  return [...source.matchAll(/^module (\w+)\(([^)]*)\);\n(.*?)^endmodule$/gms)].map(
    ([, name = '', head = '', body = '']) => ({
      name,
      widths: new Map([
        ...declared(head.replaceAll(/, (?=input|output)/g, ';')),
        ...declared(body),
      ]),
      ports: declared(head.replaceAll(/, (?=input|output)/g, ';')).map(([port]) => port),
      body,
    }),
  );
}

/**
 * Everything that is wrong with a source: modules that are defined twice, used before they are defined, or
 * given ports that they do not have, slices beyond the end, brackets that do not match.
 */
export function faults(source: string): string[] {
  const found: string[] = [];
  const known = new Map<string, VerilogModule>();
  for (const module of verilogModules(source)) {
    const { name, body, widths } = module;
    if (known.has(name)) found.push(`${name} is defined twice`);
    for (const [open, close] of ['()', '[]', '{}'].map((pair) => [...pair])) {
      const count = (bracket = ''): number => body.split(bracket).length;
      if (count(open) !== count(close)) found.push(`${name}: ${open}${close} do not match`);
    }
    for (const [, used = '', connections = ''] of body.matchAll(/^ (\w+) \w+\((\..*)\);$/gm)) {
      const ports = known.get(used)?.ports;
      if (ports === undefined) found.push(`${name} uses ${used}, which is not defined before`);
      const given = [...connections.matchAll(/\.(\w+)\(/g)].map(([, port = '']) => port);
      const strange = given.filter((port) => !ports?.includes(port));
      if (strange.length > 0) found.push(`${used} has no ports ${strange.join()}`);
      if (given.length !== ports?.length) found.push(`${name}: not all ports of ${used} are given`);
    }
    for (const [, wire = '', high = ''] of body.matchAll(/(?<!')\b([a-z]\w*)\[(\d+)(?::\d+)?\]/g)) {
      const width = widths.get(wire);
      if (width === undefined) found.push(`${name}: ${wire} is not declared`);
      else if (Number(high) >= width) found.push(`${name}: ${wire}[${high}] of ${width} bits`);
    }
    known.set(name, module);
  }
  return found;
}

function declared(text: string): [string, number][] {
  return [...text.matchAll(DECLARED)].flatMap(([, high, names = '']) =>
    names
      .replaceAll(/\{[^{}]*\}/g, '')
      .split(',')
      .flatMap((part): [string, number][] => {
        const name = /^\s*(\w+)/.exec(part)?.[1];
        return name === undefined ? [] : [[name, high === undefined ? 1 : Number(high) + 1]];
      }),
  );
}
