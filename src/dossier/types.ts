import type {
  BreakEvenReport,
  GridReport,
  MontecarloReport,
  SobolReport,
  TornadoReport,
} from '../doubt/types.ts';
import type { EvaluationResult, Verdict } from '../result/types.ts';

/** A platform or a core along a side of the map. */
export interface MapSide {
  /** Key of its row or name of its design. */
  readonly id: string;
  readonly title: string;
}

/** One platform with one core, proved by the scenario's prover. */
export interface MapCell {
  /** Indices among the platforms and the cores. */
  readonly platform: number;
  readonly core: number;
  /** Overhead; null where it is not known. */
  readonly ratio: number | null;
  /** The verdict with every sub-test; undecided where something is missing. */
  readonly outcome: Verdict;
  /** Why there is no verdict, or what else fails; empty for a pass. */
  readonly why: string;
}

/** Which platforms and cores this prover would qualify on; of an ASIC, which processes and cores. */
export interface PlatformCoreMap {
  /** What its platforms are. */
  readonly of: 'platform' | 'process';
  readonly platforms: readonly MapSide[];
  readonly cores: readonly MapSide[];
  /** Row after row: all cores of the first platform, then of the second, … */
  readonly cells: readonly MapCell[];
  /** The scenario's own place; null where it is none of them. */
  readonly own: { readonly platform: number | null; readonly core: number | null };
  /** Platforms and cores that are left out, and why. */
  readonly left: string;
}

/** What becomes of the scenario with segments of another size. */
export interface ScalingPoint {
  readonly log2Cycles: number;
  readonly cycles: number;
  readonly ratio: number | null;
  readonly outcome: Verdict;
  /** Of one segment, in bytes, as of the final proof. */
  readonly proofBytes: number | null;
  /** In seconds. */
  readonly latency: number | null;
  readonly verifyTime: number | null;
  /** Share of the device's memory that the working set takes. */
  readonly memoryUse: number | null;
}

/** The scenario over the sizes of a segment. */
export interface Scaling {
  readonly points: readonly ScalingPoint[];
  /** The scenario's own size. */
  readonly own: number;
}

/** Devices and delay for a guest of some rate. */
export interface RealTimePoint {
  /** Guest instructions per second. */
  readonly rate: number;
  /** As many as it takes, and as many whole ones. */
  readonly devicesExact: number;
  readonly devices: number;
}

/** A guest whose rate readers know. */
export interface RealTimeMark {
  readonly title: string;
  readonly rate: number;
  readonly devices: number;
}

/** How many devices keep up with a guest, by its rate. */
export interface RealTime {
  readonly points: readonly RealTimePoint[];
  readonly marks: readonly RealTimeMark[];
  /** From the end of a segment to its proof, in seconds: the same at any rate; null if unknown. */
  readonly latency: number | null;
  readonly latencyLimit: number;
  /** Time that a device takes for its segment, in seconds. */
  readonly segmentTime: number | null;
}

/** What is known of a report that is being made; the rest is still to come. */
export interface DossierParts extends Pick<Dossier, 'evaluation'> {
  readonly doubt?: Partial<NonNullable<Dossier['doubt']>> | null;
  readonly map?: Dossier['map'];
  readonly scaling?: Dossier['scaling'];
  readonly realTime?: Dossier['realTime'];
}

/** Everything that a report shows: a result that contains results. Numbers are in base units. */
export interface Dossier {
  readonly schemaVersion: '1.0';
  readonly kind: 'report';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  readonly evaluation: EvaluationResult;
  /** The studies of doubt; null where the verdict is undecided, with the reason in `left`. */
  readonly doubt: {
    readonly montecarlo: MontecarloReport;
    readonly tornado: TornadoReport;
    /** Null where inputs are drawn together: their shares are not defined. */
    readonly sobol: SobolReport | null;
    readonly breakeven: BreakEvenReport;
    /** Over the two inputs that move the ratio most by the tornado; null where less than two vary. */
    readonly grid: GridReport | null;
  } | null;
  readonly map: PlatformCoreMap;
  readonly scaling: Scaling | null;
  readonly realTime: RealTime | null;
  /** What the report leaves out, and why. */
  readonly left: readonly string[];
}
