import { compile, type ColumnFunction } from '../formula/compile.ts';
import { Instance, type Derivation } from '../formula/instantiate.ts';
import type { Value } from '../formula/ir.ts';
import type { Numbers } from './numbers.ts';

/** Where the equations of two sides part: a value that each side gives or computes in its own way. */
export interface Meeting {
  readonly key: string;
  readonly a: number;
  readonly b: number;
}

/** What two sides compute alike, as one function of what they do not have in common. */
export interface CommonModel {
  /** In the order of the input columns. */
  readonly meetings: readonly Meeting[];
  readonly inputs: readonly string[];
  /** Outputs that the common equations reach, in the order of the output columns. */
  readonly outputs: readonly string[];
  readonly columns: ColumnFunction;
}

/** Tells where two sides part, and compiles what they have in common. */
export interface Common {
  /**
   * @param outputs keys of elements
   * @param varies whether a meeting is a column; the others are numbers, and the same on both sides
   */
  readonly compile: (
    outputs: readonly string[],
    varies: (meeting: Meeting) => boolean,
  ) => CommonModel;
}

/** How an element stands to both sides. */
type Relation = 'alike' | 'meeting' | 'apart';

/**
 * Follows the equations of two sides down from the results for as long as they are the same. Where
 * one side computes a value by another formula, from other elements, or is given it, the two values
 * meet: the common equations take either of them. So an attribution to meetings is exact whatever
 * lies below, even for provers that have no operation in common.
 */
export function commonOf(a: Numbers, b: Numbers): Common {
  const relations = new Map<string, Relation>();
  const relate = (key: string): Relation => {
    const known = relations.get(key);
    if (known !== undefined) return known;
    const relation = relationOf(key);
    relations.set(key, relation);
    return relation;
  };
  const relationOf = (key: string): Relation => {
    const givenOne = [a, b].filter((side) => side.given(key) !== undefined).length;
    const [ours, theirs] = [a.derive(key), b.derive(key)];
    if (ours === undefined || theirs === undefined) return 'apart';
    const alike =
      givenOne === 0 &&
      sameFormula(ours, theirs) &&
      ours.uses.every((used) => relate(used) !== 'apart');
    if (alike) return 'alike';
    return ours.node.kind === 'const' && theirs.node.kind === 'const' ? 'meeting' : 'apart';
  };
  return {
    compile: (outputs, varies) => {
      const meetings: Meeting[] = [];
      const instance = new Instance(a.model.system, (key) => {
        const [ours, theirs] = [a.derive(key)?.node, b.derive(key)?.node];
        if (relate(key) !== 'meeting') return undefined;
        if (ours?.kind !== 'const' || theirs?.kind !== 'const') return undefined;
        const meeting = { key, a: ours.value, b: theirs.value };
        if (!varies(meeting)) return { value: meeting.a };
        return { slot: meetings.push(meeting) - 1 };
      });
      const roots: Value[] = [];
      const reached = outputs.filter((key) => {
        const element = a.elements.get(key);
        if (element === undefined) return false;
        const { node } = instance.derive(element.name, element.tuple);
        if (node.kind === 'missing' || node.kind === 'invalid') return false;
        roots.push(node);
        return true;
      });
      const { columns } = compile(roots, meetings.length);
      return { meetings, inputs: meetings.map(({ key }) => key), outputs: reached, columns };
    },
  };
}

function sameFormula(a: Derivation, b: Derivation): boolean {
  return (
    a.alternative?.text === b.alternative?.text &&
    a.uses.length === b.uses.length &&
    a.uses.every((used, i) => used === b.uses[i])
  );
}
