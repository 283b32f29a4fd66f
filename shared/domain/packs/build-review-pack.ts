import type { Figures } from '../../contracts/figures';
import type { PersonReview, ReviewPack } from '../../contracts/review-pack';
import type { YearMonth } from '../../kernel/month';
import type { ImportBatch } from '../../records/import-batch';

export interface PackInput {
  readonly language: ReviewPack['language'];
  readonly createdAt: string;
  readonly appVersion: string;
  readonly figures: Figures;
  readonly previous: Figures | null;
  readonly batches: readonly ImportBatch[];
  readonly months: readonly YearMonth[];
  readonly people: readonly PersonReview[];
}

/**
 * The review pack as a plain value. It is a draft (草稿) until there are people and every one of them is signed.
 * `previous` is dropped when it holds no actual. Sources: imports still standing that touch a month of the period, oldest first.
 */
export function buildReviewPack({ language, createdAt, appVersion, figures, previous, batches, months, people }: PackInput): ReviewPack {
  return {
    language,
    createdAt,
    appVersion,
    draft: people.length === 0 || people.some(({ signed }) => signed === null),
    figures,
    previous: (previous?.nodes[0]?.target.actualFen ?? null) === null ? null : previous,
    sources: batches
      .filter((batch) => batch.undoneAt === null && batch.months.some((month) => months.includes(month)))
      .sort((a, b) => (a.importedAt < b.importedAt ? -1 : 1))
      .map(({ object, fileName, importedAt, rows }) => ({ object, fileName, importedAt, rows })),
    people: [...people],
  };
}
