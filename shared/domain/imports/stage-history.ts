import type { StageStep } from '../../contracts/drill';

/** What one import that stands says of an opportunity. */
export interface StageVersion extends StageStep {
  /** Place of the import among all imports: they are held against each other in this order, whatever their clocks said. */
  readonly seq: number;
}

/** The course of an opportunity: what each import said in the order they were made, left out where it said nothing new. [] for none. */
export function stageHistory(versions: readonly StageVersion[]): StageStep[] {
  const inOrder = versions.toSorted((a, b) => a.seq - b.seq);
  return inOrder.filter((version, at) => at === 0 || !saysTheSame(inOrder[at - 1]!, version)).map(({ seq: _seq, ...step }) => step);
}

const saysTheSame = (a: StageStep, b: StageStep): boolean =>
  a.stage === b.stage && a.outcome === b.outcome && a.amountFen === b.amountFen && a.expectedOn === b.expectedOn && a.closedOn === b.closedOn;
