/** The way of a new workspace, in order. */
export const FIRST_STEPS = ['import', 'owners', 'figures', 'target', 'review', 'pack'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What a workspace holds, as far as its first steps depend on it. All counts are 0 in an empty one. */
export interface FirstStepFacts {
  /** Imports of orders, opportunities and other facts that stand. */
  readonly factImports: number;
  readonly people: number;
  /** Owners in the imported rows that are nobody yet, and nobody has decided so. */
  readonly undecidedOwners: number;
  /** There is a complete month to show figures of. */
  readonly hasMonth: boolean;
  /** Nodes with a target of more than nothing. */
  readonly targets: number;
  readonly signedReviews: number;
  readonly packs: number;
}

export interface StepState {
  readonly step: FirstStep;
  readonly done: boolean;
}

/**
 * Which of the first steps are done, by what is there and nothing else: undoing an import unticks what rested on it. Nobody
 * is known before there are facts and people; a name that was decided to be nobody is decided.
 */
export function firstSteps(facts: FirstStepFacts): StepState[] {
  const imported = facts.factImports > 0;
  const done: Record<FirstStep, boolean> = {
    import: imported,
    owners: imported && facts.people > 0 && facts.undecidedOwners === 0,
    figures: imported && facts.hasMonth,
    target: facts.targets > 0,
    review: facts.signedReviews > 0,
    pack: facts.packs > 0,
  };
  return FIRST_STEPS.map((step) => ({ step, done: done[step] }));
}

/** What is to be done next: the first step that is open; null = all are done. */
export const nextStep = (steps: readonly StepState[]): FirstStep | null => steps.find(({ done }) => !done)?.step ?? null;
