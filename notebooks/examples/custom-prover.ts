/** A prover profile of your own: what if an instruction committed half as many words? */
import { mkdirSync, writeFileSync } from 'node:fs';
import { compare, evaluate, loadBuiltin, resolveScenario } from 'emuprove';

// What it does not say is that of the profile that it extends.
const profile = `
prover: lean-rv
version: 1.0.0
title: Binius64 with opcode chips and half the words
meaning: A bet on a leaner arithmetisation.
extends: binius64-rv
source: what if
date: 2026-11
parameters:
  words_per_cycle: {title: Committed words per instruction, unit: word / cycle, value: 8, low: 6, high: 12, basis: guessed, source: half of binius64-rv}
`;
mkdirSync('mine/provers', { recursive: true });
writeFileSync('mine/provers/lean-rv.yaml', profile);

const data = await loadBuiltin(['mine']);
const [before, after] = [
  resolveScenario(data),
  resolveScenario(data, { scenario: 'lean', prover: 'lean-rv' }),
];
console.log(evaluate(before).verdict.sentence);
console.log(evaluate(after).verdict.sentence);
for (const line of (await compare(before, after)).summary) console.log(line);
