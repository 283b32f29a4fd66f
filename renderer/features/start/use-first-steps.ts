import { useLiveQuery } from 'dexie-react-hooks';
import { type OwnerRows } from '@renderer/ledger/ledger-api';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { useFiguresOf } from '@renderer/parts/use-figures';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import type { Figures } from '@shared/contracts/figures';
import { identityIdOf, matchOwners } from '@shared/domain/org/attribution';
import { type FirstStepFacts, type StepState, firstSteps } from '@shared/domain/start/first-steps';
import { isFactObject } from '@shared/records/import-object';

export interface FirstStepsSoFar {
  readonly steps: readonly StepState[];
  readonly facts: FirstStepFacts;
  /** Figures of the last complete month of the whole organisation. */
  readonly figures: Figures;
}

/** How far the first steps of this workspace are; null until that is known. Follows every import, decision, target, signature and pack. */
export function useFirstSteps(): FirstStepsSoFar | null {
  const { db } = useWorkspace();
  const ledger = useLedger();
  const revision = useFiguresRevision();
  const owners = useAnswer(revision === undefined ? null : String(revision), () => ledger.owners()).answer;
  const { figures } = useFiguresOf(null, null);
  const records = useLiveQuery(() => countRecords(db), [db]);
  const undecidedOwners = useLiveQuery(async () => (owners === null ? null : countUndecided(db, owners)), [db, owners]);
  if (!figures || records === undefined || undecidedOwners === null || undecidedOwners === undefined) return null;
  const facts = { ...records, undecidedOwners, hasMonth: figures.data.lastCompleteMonth !== null };
  return { steps: firstSteps(facts), facts, figures };
}

async function countRecords(db: WorkbenchDatabase): Promise<Omit<FirstStepFacts, 'undecidedOwners' | 'hasMonth'>> {
  const [batches, people, targets, reviews, packs] = await Promise.all([db.importBatches.toArray(), db.people.count(), db.targetRows.toArray(), db.reviews.toArray(), db.packExports.count()]);
  return {
    factImports: batches.filter(({ object, undoneAt }) => undoneAt === null && isFactObject(object)).length,
    people,
    targets: targets.filter(({ months, yearFen }) => (yearFen ?? 0) > 0 || months.some((fen) => (fen ?? 0) > 0)).length,
    signedReviews: reviews.filter(({ state }) => state === 'signed').length,
    packs,
  };
}

/** Owners that are nobody, though nobody has decided so. */
async function countUndecided(db: WorkbenchDatabase, owners: readonly OwnerRows[]): Promise<number> {
  const [people, identities] = await Promise.all([db.people.toArray(), db.identities.toArray()]);
  const decided = new Set(identities.map(({ id }) => id));
  const matched = matchOwners(owners, people, identities);
  return owners.filter((owner, index) => matched[index] === null && !decided.has(identityIdOf(owner))).length;
}
