import type { FigureRule } from '../types.ts';
import { caps } from './caps.ts';
import { precompiledSpeed } from './precompiledSpeed.ts';
import { proofBelowWitness } from './proofBelowWitness.ts';
import { threadMemory } from './threadMemory.ts';
import { threadSpeed } from './threadSpeed.ts';
import { verifiedPart } from './verifiedPart.ts';
import { verifierBelowNative } from './verifierBelowNative.ts';

/** The rules for published figures by the name that milestones give them. */
export const FIGURE_RULES: ReadonlyMap<string, FigureRule> = new Map([
  ['proof-below-witness', proofBelowWitness],
  ['verifier-below-native', verifierBelowNative],
  ['caps', caps],
  ['thread-speed', threadSpeed],
  ['precompiled-speed', precompiledSpeed],
  ['thread-memory', threadMemory],
  ['verified-part', verifiedPart],
]);
