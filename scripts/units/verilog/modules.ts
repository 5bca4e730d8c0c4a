/** Verilog modules, each written once, those that are used before those that use them. */
export class Modules {
  readonly #texts = new Map<string, string>();

  /**
   * Adds a module, unless there is one of that name.
   *
   * @param ports declarations such as `input [7:0] a`
   * @param body writes what stands between the ports and `endmodule`, and adds the modules that it uses
   * @returns the name
   */
  add(name: string, ports: readonly string[], body: () => readonly string[]): string {
    if (!this.#texts.has(name)) {
      const lines = body();
      this.#texts.set(
        name,
        [
          `module ${name}(${ports.join(', ')});`,
          ...lines.map((line) => ` ${line}`),
          'endmodule',
          '',
        ].join('\n'),
      );
    }
    return name;
  }

  /** All modules as one Verilog source. */
  get text(): string {
    return [...this.#texts.values()].join('\n');
  }
}
