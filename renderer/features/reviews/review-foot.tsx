import { Button, Kbd, Modal } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLockOpen, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonReview } from '@shared/contracts/review-pack';
import { type ReviewIssue, checkReview } from '@shared/domain/performance/check-review';
import type { YearMonth } from '@shared/kernel/month';
import type { Result } from '@shared/kernel/result';
import { codeKey } from '@shared/messages/message-key';
import { type ReviewRefusal, reopenReview, signReview } from '@renderer/data/reviews';
import { useFormats } from '@renderer/i18n/use-formats';
import { type useMessages as Messages, useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import styles from './reviews.module.css';

interface ReviewFootProps {
  readonly review: PersonReview;
  readonly month: YearMonth;
  readonly previous: PersonReview | null;
  readonly next: PersonReview | null;
  readonly onPick: (personId: string) => void;
}

/** From person to person, and the signature: what is missing is named before it can be given. */
export function ReviewFoot({ review, month, previous, next, onPick }: ReviewFootProps) {
  const { t } = useMessages();
  const { month: writeMonth } = useFormats();
  const workspace = useWorkspace();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<ReviewRefusal | null>(null);
  const issues = checkReview(review);
  const { signed } = review;
  const settle = async (command: Promise<Result<null, ReviewRefusal>>) => {
    const answer = await command;
    setRefused(answer.ok ? null : answer.error);
    if (answer.ok) setAsking(false);
  };
  return (
    <div className={styles['foot']}>
      {previous && <Button leftSection={<IconChevronUp size={14} stroke={1.75} aria-hidden />} onClick={() => onPick(previous.personId)}>{t('reviews.previous', { name: previous.name })}</Button>}
      {next && <Button leftSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />} onClick={() => onPick(next.personId)}>{t('reviews.next', { name: next.name })}</Button>}
      <Kbd>Alt ↑</Kbd><Kbd>Alt ↓</Kbd>
      <span className={styles['footGrow']} />
      {signed === null && issues[0] && <span className={styles['missing']}>{issueText(issues[0], t)}</span>}
      {signed === null ? (
        <Button variant="filled" disabled={issues.length > 0} leftSection={<IconSignature size={14} stroke={1.75} aria-hidden />} onClick={() => setAsking(true)}>{t('reviews.sign')}</Button>
      ) : (
        <Button leftSection={<IconLockOpen size={14} stroke={1.75} aria-hidden />} onClick={() => setAsking(true)}>{t('reviews.reopen')}</Button>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={signed === null ? t('reviews.signTitle', { name: review.name, month: writeMonth(month) }) : t('reviews.reopenTitle', { name: review.name })} size={480} closeButtonProps={{ 'aria-label': t('reviews.cancel') }}>
        <p>{signed === null ? t('reviews.signBody') : t('reviews.reopenBody', { revision: signed.revision, next: signed.revision + 1 })}</p>
        {refused !== null && <p className={styles['missing']} role="alert">{t(codeKey('refusals', refused))}</p>}
        <div className={styles['buttons']}>
          <Button onClick={() => setAsking(false)}>{t('reviews.cancel')}</Button>
          {signed === null ? (
            <Button variant="filled" data-autofocus onClick={() => void settle(signReview(workspace, review))}>{t('reviews.signDo')}</Button>
          ) : (
            <Button variant="filled" data-autofocus onClick={() => void settle(reopenReview(workspace, { month, personId: review.personId }))}>{t('reviews.reopen')}</Button>
          )}
        </div>
      </Modal>
    </div>
  );
}

function issueText(issue: ReviewIssue, t: ReturnType<typeof Messages>['t']): string {
  switch (issue.code) {
    case 'manualScore':
    case 'manualNote':
      return t(`reviews.notReady_${issue.code}`, { kpi: issue.kpi });
    case 'comments':
    case 'noScore':
      return t(`reviews.notReady_${issue.code}`);
  }
}
