import type { PersonReview } from '@shared/contracts/review-pack';
import type { PackText } from './pack-text';
import { type Piece, block } from './piece';
import { splitComment } from './split-comment';

/** A comment longer than this does not stand in a column of three. */
const COLUMN = 260;

/** 肯定, 不足, 建议: side by side while they are short, one under the other and over pages when they are long. */
export function commentPieces(review: PersonReview, { t }: PackText): Piece[] {
  const comments = [
    { key: 'praise', title: t('print.praise'), parts: splitComment(review.praise) },
    { key: 'gaps', title: t('print.gaps'), parts: splitComment(review.gaps) },
    { key: 'advice', title: t('print.advice'), parts: splitComment(review.advice) },
  ];
  const written = (parts: readonly string[]) => (parts.length === 0 ? [t('print.noComment')] : parts);
  const id = `comment-${review.personId}`;
  if (comments.every(({ parts }) => parts.join('').length <= COLUMN)) {
    return [block(id, (
      <div className="cols cmt">
        {comments.map(({ key, title, parts }) => <div key={key} className="c4"><h3>{title}</h3>{written(parts).map((part, index) => <p key={index} className={parts.length === 0 ? 'mut' : undefined}>{part}</p>)}</div>)}
      </div>
    ))];
  }
  return comments.flatMap(({ key, title, parts }) => written(parts).map((part, index) => block(`${id}-${key}-${index}`, (
    <div className="cmt long">{index === 0 && <h3>{title}</h3>}<p className={parts.length === 0 ? 'mut' : undefined}>{part}</p></div>
  ))));
}
