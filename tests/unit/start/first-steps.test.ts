import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FirstStepFacts, FIRST_STEPS, firstSteps, nextStep } from '@shared/domain/start/first-steps';

const empty: FirstStepFacts = { factImports: 0, people: 0, undecidedOwners: 0, hasMonth: false, targets: 0, signedReviews: 0, packs: 0 };
const doneWith = (facts: Partial<FirstStepFacts>) => firstSteps({ ...empty, ...facts }).flatMap(({ step, done }) => (done ? [step] : []));

const count = fc.nat({ max: 9 });
const anyFacts = fc.record({ factImports: count, people: count, undecidedOwners: count, hasMonth: fc.boolean(), targets: count, signedReviews: count, packs: count });

describe('the first steps of a workspace', () => {
  it('are all open in an empty one, and begin with an import', () => {
    expect(doneWith({})).toEqual([]);
    expect(nextStep(firstSteps(empty))).toBe('import');
  });

  it('ask for people before who is who can be settled, and for a decision about every owner who is nobody', () => {
    const imported = { factImports: 1, hasMonth: true };
    expect(doneWith({ ...imported, undecidedOwners: 3 })).toEqual(['import', 'figures']);
    expect(doneWith(imported)).toEqual(['import', 'figures']);
    expect(doneWith({ ...imported, people: 4, undecidedOwners: 1 })).toEqual(['import', 'figures']);
    expect(doneWith({ ...imported, people: 4 })).toEqual(['import', 'owners', 'figures']);
  });

  it('go back when an import is undone: people and targets that stay do not make up for it', () => {
    expect(doneWith({ people: 4, targets: 2 })).toEqual(['target']);
    expect(nextStep(firstSteps({ ...empty, people: 4, targets: 2 }))).toBe('import');
  });

  it('come in their order, and the next one is the first that is open', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const steps = firstSteps(facts);
        const next = nextStep(steps);
        expect(steps.map(({ step }) => step)).toEqual([...FIRST_STEPS]);
        expect(steps.slice(0, next === null ? steps.length : FIRST_STEPS.indexOf(next)).every(({ done }) => done)).toBe(true);
        expect(next === null).toBe(steps.every(({ done }) => done));
      }),
    );
  });

  it('are never undone by doing more, save by owners who are nobody', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('factImports', 'people', 'targets', 'signedReviews', 'packs'), (facts, more) => {
        const before = firstSteps(facts).filter(({ done }) => done);
        const after = new Map(firstSteps({ ...facts, [more]: facts[more] + 1 }).map(({ step, done }) => [step, done]));
        expect(before.every(({ step }) => after.get(step))).toBe(true);
      }),
    );
  });
});
