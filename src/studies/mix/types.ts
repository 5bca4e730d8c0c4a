/** Something there is only so much of, whatever it is used for. */
export interface MixResource {
  readonly name: string;
  /** How much of it there is, at least 0. */
  readonly available: number;
}

/** One way to meet a demand. */
export interface Activity {
  readonly name: string;
  /**
   * What a unit of product holds of each resource, times how long it holds it, in the order of the
   * resources: resource x time / product.
   */
  readonly need: readonly number[];
}

/** Something that every unit of product needs, and the ways to supply it, at least one. */
export interface Demand<A extends Activity = Activity> {
  readonly name: string;
  readonly activities: readonly A[];
}

/** Demands that share resources; all are met at the same rate of product. */
export interface MixProblem<A extends Activity = Activity> {
  readonly resources: readonly MixResource[];
  readonly demands: readonly Demand<A>[];
}

/** What a mix takes of a resource, and what more of it would be worth. */
export interface ResourceUse {
  readonly name: string;
  /** Share of what is available that the mix takes at its rate, 0 to 1. */
  readonly use: number;
  /** Dual price: rate that is gained per further unit of the resource. */
  readonly price: number;
  /** Percents of rate gained per percent more of the resource; these add up to 1. */
  readonly elasticity: number;
}

/** The best mix of activities. */
export interface FluidMix {
  readonly status: 'optimal';
  /** Greatest rate of product; infinite where nothing takes any resource. */
  readonly rate: number;
  /** Share of each demand that each activity supplies, in their order; they add up to 1. */
  readonly shares: readonly (readonly number[])[];
  readonly resources: readonly ResourceUse[];
  /** Proved relative distance between this rate and the greatest there can be. */
  readonly gap: number;
}

/** No mix is possible. */
export interface NoMix {
  readonly status: 'impossible';
  /** Demands every activity of which needs a resource that there is none of. */
  readonly demands: readonly string[];
}
