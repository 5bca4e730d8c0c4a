/** Resources that a report states; what it does not state is left out, and 0 is none. */
export interface Figures {
  /** Logic, in the kind of the device's family. */
  readonly lut?: number;
  readonly ff?: number;
  /** Block RAMs of {@link bramKbit} each; halves count 0.5. */
  readonly bram?: number;
  /** Size of one block RAM in kbit, where the report names it. */
  readonly bramKbit?: number;
  readonly uram?: number;
  readonly dsp?: number;
  /** How many DSP blocks the device has as the report counts them, where that is said. */
  readonly dspAvailable?: number;
}

/** A clock that a timing report states a limit for. */
export interface ClockFigure {
  readonly name: string;
  /** Highest clock in MHz. */
  readonly mhz: number;
}

/** Cells by type, and the area that a Liberty library gives them. */
export interface Netlist {
  /** Cells of the design with everything below it, by type. */
  readonly cells: ReadonlyMap<string, number>;
  /**
   * Whether what is not among the cells is not used. A table of what there is lists it with 0, so
   * that what it leaves out is not known.
   */
  readonly complete: boolean;
  /** Area in the unit of the library, where the report states one. */
  readonly area?: number;
}

/** What a report of a tool says about one design, or one instance in it. */
export interface Report {
  /** Format by its id in the registry. */
  readonly format: string;
  readonly tool: string;
  readonly version?: string;
  readonly design?: string;
  /** Path of the instance, where one was picked. */
  readonly instance?: string;
  /** Part as the tool names it. */
  readonly part?: string;
  /** Family as the tool names it. */
  readonly family?: string;
  /** Kind of logic that `lut` counts, where the report itself says so. */
  readonly lutKind?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  /** Whether the design was routed. */
  readonly routed: boolean;
  readonly figures?: Figures;
  readonly clock?: ClockFigure;
  /** Cells that still have to be counted as resources of a family. */
  readonly netlist?: Netlist;
  /** What a reader of the row has to know. */
  readonly notes: readonly string[];
}

/** What the command line chooses in a report. */
export interface ReportOptions {
  /** Path or module of the instance to take. */
  readonly instance?: string;
  /** Clock to take. */
  readonly clock?: string;
}

/**
 * Reads the text of a report.
 *
 * @throws InputError for what is not such a report, is cut, or leaves open which figures are meant
 */
export type ReportReader = (text: string, options: ReportOptions) => Report;
