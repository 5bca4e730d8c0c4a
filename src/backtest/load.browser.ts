import kinds from 'build:published';
import type * as node from './load.ts';

/** {@link node.loadPublished} where there are no files: read and checked when the package was built. */
export const loadPublished = (): ReturnType<typeof node.loadPublished> => kinds;
