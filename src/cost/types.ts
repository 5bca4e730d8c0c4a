import type { Figure, InputEntry, Verdict } from '../result/types.ts';

/** Something that proves: the scenario on an FPGA, the same as an ASIC, or what somebody uses today. */
export interface CostOption {
  readonly id: string;
  readonly title: string;
  readonly kind: 'fpga' | 'asic' | 'reference';
  /** Command that evaluates it; null for what was published. */
  readonly command: string | null;
  /** Where a published rate and price come from, and what has to be known of them. */
  readonly source?: string;
  readonly note?: string;
  /** What is compared, by name; the same names for every option. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** What each target takes, by the id of the target. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  /** What is taken to be so because nothing is published, one sentence each. */
  readonly assumed: readonly string[];
}

/** A rate that has to be proved in real time. */
export interface CostTarget {
  readonly id: string;
  readonly title: string;
  /** In cycle/s; null where it is not known. */
  readonly rate: number | null;
}

/** What one more process would do. */
export interface NodePoint {
  readonly node: string;
  readonly title: string;
  /** In metres. */
  readonly size: number;
  readonly overhead: number | null;
  readonly proveCost: number | null;
  /** The limit that proving meets first, e.g. `memory`; null where that is not known. */
  readonly bound: string | null;
  /** Inputs without which one of them is not known. */
  readonly missing: readonly string[];
}

/** The volume from which an ASIC is cheaper than the FPGA. */
export interface BreakEvenVolume {
  readonly outcome: 'found' | 'never' | 'unknown';
  readonly figures: Readonly<Record<string, Figure>>;
  /** Cost of proving 10^9 instructions by volume, in USD. */
  readonly curve: readonly { readonly volume: number; readonly cost: number | null }[];
}

/** A condition of the envelope of real-time proving at home. */
export interface EnvelopeTest {
  readonly id: string;
  readonly title: string;
  readonly outcome: Verdict;
  readonly value: Figure;
  readonly limit: Figure;
}

/** Real-time proving of Ethereum at home. */
export interface Envelope {
  /** Whole devices that prove a large block in time. */
  readonly devices: Figure;
  readonly tests: readonly EnvelopeTest[];
}

/** Factors by which an FPGA takes more than an ASIC in the same process. */
export type GapFactor = 'area' | 'delay' | 'power';

/** A published factor; a study may state a range alone. */
export interface GapSpan {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A published comparison of an FPGA with an ASIC. */
export interface PublishedGap extends Readonly<Record<GapFactor, GapSpan>> {
  readonly id: string;
  readonly study: string;
  readonly workload: string;
  readonly source: string;
}

/** What the model says of the gap, and what was published. */
export interface Gap {
  readonly model: Readonly<Record<GapFactor, Figure>>;
  readonly published: readonly PublishedGap[];
}

/** The result of `emuprove cost`. Money is in US dollars; `inputs` says of what date. */
export interface CostResult {
  readonly schemaVersion: '1.0';
  readonly kind: 'cost';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  readonly scenario: { readonly id: string; readonly title: string; readonly command: string };
  readonly currency: 'USD';
  readonly targets: readonly CostTarget[];
  readonly options: readonly CostOption[];
  /** What an ASIC is made of. */
  readonly breakdown: readonly Figure[];
  readonly breakEven: BreakEvenVolume;
  readonly nodes: readonly NodePoint[];
  /** Limit of the overhead by the criterion; null where a scenario leaves it out. */
  readonly overheadLimit: number | null;
  readonly gap: Gap;
  /** Real-time proving of Ethereum at home, by option. */
  readonly envelope: Readonly<Record<string, Envelope>>;
  /** What the costs of FPGA and ASIC rest on beside the rates, with date and source. */
  readonly inputs: readonly (InputEntry & { readonly option: string })[];
}
