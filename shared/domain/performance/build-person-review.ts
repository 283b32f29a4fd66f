import type { CommissionStatement, PersonReview, ScorecardResult } from '../../contracts/review-pack';
import { type Fen } from '../../kernel/fen';
import { ratioOf } from '../../kernel/rate';
import type { YearMonth } from '../../kernel/month';
import type { Person } from '../../records/person';
import type { Review } from '../../records/review';

/** What a person's month is made of. */
export interface PersonMonth {
  readonly person: Person;
  readonly unitName: string;
  readonly month: YearMonth;
  readonly targetFen: Fen | null;
  readonly actualFen: Fen | null;
  readonly planVersion: number;
  readonly scorecard: ScorecardResult;
  /** Null: nobody has written anything yet. */
  readonly review: Pick<Review, 'praise' | 'gaps' | 'advice'> | null;
  readonly commission: CommissionStatement | null;
  readonly trend: PersonReview['trend'];
}

/** The review as it stands now, unsigned. */
export function buildPersonReview({ person, unitName, month, targetFen, actualFen, planVersion, scorecard, review, commission, trend }: PersonMonth): PersonReview {
  return {
    personId: person.id,
    name: person.name,
    unitName,
    title: person.title,
    joinedOn: person.joinedOn,
    managerName: person.managerName,
    month,
    targetFen,
    actualFen,
    attainment: actualFen === null || targetFen === null ? null : ratioOf(actualFen, targetFen),
    planVersion,
    scorecard,
    praise: review?.praise ?? '',
    gaps: review?.gaps ?? '',
    advice: review?.advice ?? '',
    commission,
    trend,
    signed: null,
  };
}
