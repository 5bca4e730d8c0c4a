import type { ModelData } from 'highs';

/** Optimum of a linear programme with or without integers, as HiGHS found it. */
export interface Solved {
  /** Value of every column; 0 where a search was cut off before it found a point. */
  readonly columns: Float64Array;
  /** Dual value of every row; means nothing where columns are integers. */
  readonly rowDuals: Float64Array;
  /** Whether it is known to be the optimum; otherwise the search for integers was cut off. */
  readonly proved: boolean;
  /** The best value that the objective can have at all. */
  readonly bound: number;
}

/** HiGHS, loaded. */
export interface Solver {
  /**
   * Minimises. Each call starts afresh, so that results do not depend on what was solved before.
   *
   * @returns undefined where there is no feasible point
   * @throws Error where HiGHS ends in any other way than with an optimum or a cut-off search
   */
  readonly minimise: (data: ModelData) => Solved | undefined;
}

/** Tightest tolerance that HiGHS takes; programmes here are scaled to numbers near 1. */
const TOLERANCE = 1e-10;

/** Branches after which a search for integers ends with what it has: a limit that is no clock. */
const MOST_NODES = 2_000;

/** What HiGHS calls a point that meets every row. */
const SOLUTION_FEASIBLE = 2;

const OPTIONS = {
  output_flag: false,
  solver: 'choose',
  // A presolved programme of this size is no faster, and its duals are less clean.
  presolve: 'off',
  random_seed: 0,
  primal_feasibility_tolerance: TOLERANCE,
  dual_feasibility_tolerance: TOLERANCE,
  mip_feasibility_tolerance: TOLERANCE,
  small_matrix_value: 1e-12,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-9,
  mip_max_nodes: MOST_NODES,
} as const;

let loading: Promise<Solver> | undefined;

/**
 * Loads HiGHS, which is WebAssembly, once.
 *
 * @example
 * import { fluidMix, loadSolver } from 'emuprove/studies';
 *
 * const solver = await loadSolver();
 * const demands = [{ name: 'wash', activities: [{ name: 'by hand', need: [2] }] }];
 * const mix = fluidMix({ resources: [{ name: 'hands', available: 4 }], demands }, solver);
 * if (mix.status === 'optimal') console.log(mix.rate); // 2
 */
export function loadSolver(): Promise<Solver> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Solver> {
  const loaded = await import('highs');
  // Its types are those of its CommonJS build, in which the default export is one level deeper.
  const loadHighs = loaded.default as unknown as typeof loaded.default.default;
  const highs = await loadHighs();
  const { modelStatus } = highs.constants;
  // One native model for all programmes: making one takes longer than solving it.
  const model = highs.createModel();
  model.options.set(OPTIONS);
  return {
    minimise: (data) => {
      model.clearModel();
      model.passModel(data);
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible) return undefined;
      const cut = status === modelStatus.solutionLimit;
      if (status !== modelStatus.optimal && !cut) {
        throw new Error(`HiGHS ended with model status ${status}`);
      }
      const { colValue, rowDual } = model.getSolution();
      // A search that is cut off early may have found no point at all.
      const found = !cut || model.info.get('primal_solution_status') === SOLUTION_FEASIBLE;
      const whole = data.integrality !== undefined;
      const bound = whole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue();
      const columns = found ? colValue : new Float64Array(data.numCols);
      return { columns, rowDuals: rowDual, proved: !cut, bound };
    },
  };
}
