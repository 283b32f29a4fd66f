import { stageRank } from './stage-rank';

/** Rank of a stage that no list of stages knows. */
const UNKNOWN = 2;

export interface StageOrder {
  readonly stages: readonly string[];
  /** Every stage is in a list of a common system: conversion from one to the next can be counted. */
  readonly known: boolean;
}

/**
 * Open stages in the order of the sales process (see stage-rank.ts). Stages that no list knows come last, the fullest first,
 * and then the order is not known: a step from one to the next would be a guess. `counts`: opportunities by stage. None: known, [].
 */
export function orderStages(counts: ReadonlyMap<string, number>): StageOrder {
  const stages = [...counts.keys()].sort((a, b) => stageRank(a) - stageRank(b) || counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
  return { stages, known: stages.every((stage) => stageRank(stage) < UNKNOWN) };
}
