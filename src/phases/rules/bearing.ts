import type { Bearing } from '../types.ts';

/** A figure that says nothing about a milestone. */
export const SILENT: Bearing = { outcome: 'silent', value: '', why: '' };

/** What a figure says, made short. */
export function bearing(outcome: Bearing['outcome'], value: string, why: string): Bearing {
  return { outcome, value, why };
}
