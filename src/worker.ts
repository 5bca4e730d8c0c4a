/**
 * The script of worker threads: the studies, and how to build the models of this program.
 *
 * @module
 */
import { buildCompiled } from './model/buildCompiled.ts';
import { serve } from './studies/threads/serve.ts';

serve({ compiled: buildCompiled });
