import { formatInstant } from '@renderer/i18n/formats';
import type { PersonReview } from '@shared/contracts/review-pack';
import { SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { type Piece, block } from './piece';

/** Room for three hands; a signed review says who signed, when and which revision. */
export function signPieces(review: PersonReview, { t, language }: PackText): Piece[] {
  const { signed } = review;
  const note = signed === null ? t('print.signNoteOpen') : t('print.signNoteDone', { name: signed.signedBy, day: formatInstant(signed.signedAt, language), revision: signed.revision });
  const hands: [string, string, string][] = [
    [t('print.signReviewed'), review.name, ''],
    [t('print.signManager'), review.managerName, signed === null ? '' : t('print.signStamp', { revision: signed.revision })],
    [t('print.signHead'), '', ''],
  ];
  return [block(`sign-${review.personId}`, <>
    <SectionHead title={t('print.signTitle')} note={note} />
    <div className="sign">{hands.map(([role, name, stamp]) => <div key={role}>{role}<div className="w">{stamp}</div>{name}　　　{t('print.signDate')}</div>)}</div>
  </>)];
}
