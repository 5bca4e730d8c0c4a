// What the build puts into the bundles for browsers, which have no files to read.

declare module 'build:builtin' {
  import type { Snapshot } from './builtin/builtin.ts';
  const snapshot: Snapshot;
  export default snapshot;
}

declare module 'build:published' {
  import type { PublishedKind } from './backtest/load.ts';
  const kinds: PublishedKind[];
  export default kinds;
}

declare module 'build:widths' {
  import type { FontRuns } from './report/render/widthRuns.ts';
  const widths: Readonly<Record<'regular' | 'bold', FontRuns>>;
  export default widths;
}
