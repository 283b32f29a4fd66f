import type { SourceMapping } from '@shared/contracts/import-run';
import type { Day } from '@shared/kernel/day';

export type MoveDecision = SourceMapping['moves'][number]['from'];

/** The mapping with these people's change of department decided alike; null = undecided again. */
export function decideMoves(mapping: SourceMapping, personIds: readonly string[], decision: MoveDecision | null): SourceMapping {
  const others = mapping.moves.filter(({ personId }) => !personIds.includes(personId));
  return { ...mapping, moves: decision === null ? others : [...others, ...personIds.map((personId) => ({ personId, from: decision }))] };
}

export const moveOf = (mapping: SourceMapping, personId: string): MoveDecision | null => mapping.moves.find((move) => move.personId === personId)?.from ?? null;

export const isMove = (decision: MoveDecision | null): decision is Day => decision !== null && decision !== 'correction';
