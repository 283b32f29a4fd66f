import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReviewLack } from '@shared/contracts/home';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import { useHome } from './home-context';
import { useGo } from './use-go';
import styles from './home.module.css';

const LACKS: readonly ReviewLack[] = ['begin', 'scores', 'comments', 'signature'];

/** Reviews of the month being closed that are not signed, by what they lack first; each line opens the first of them. */
export function MissingReviewsPanel() {
  const { t } = useMessages();
  const { monthName, number } = useFormats();
  const { findings } = useHome();
  const go = useGo();
  if (findings === null) return <Panel title={t('home.missing', { month: '' })} className={styles['panel'] ?? ''}><p className={styles['quiet']}>{t('home.checking')}</p></Panel>;
  const { month, reviews } = findings.closing;
  const open = reviews.standings.filter(({ lack }) => lack !== null);
  const openReviews = (personId?: string) => go({ to: '/reviews', search: { period: month, person: personId } });
  return (
    <Panel
      title={t('home.missing', { month: monthName(month) })}
      note={reviews.standings.length === 0 ? undefined : t('home.missingNote', { open: number(open.length), total: number(reviews.standings.length) })}
      actions={<Button variant="subtle" size="compact-xs" onClick={() => openReviews()}>{t('home.openReviews')}</Button>}
      className={styles['panel'] ?? ''}
    >
      {reviews.standings.length === 0 && <p className={styles['quiet']}>{t('home.noReviews')}</p>}
      {reviews.standings.length > 0 && open.length === 0 && <p className={styles['quiet']}><IconCircleCheck size={16} stroke={1.75} aria-hidden />{t('home.allSigned')}</p>}
      <ul className={styles['list']} aria-label={t('home.missing', { month: monthName(month) })}>
        {LACKS.map((lack) => {
          const people = open.filter((standing) => standing.lack === lack);
          if (people.length === 0) return null;
          const names = people.map(({ name }) => name).join(t('home.nameSeparator'));
          return (
            <li key={lack}>
              <span className={styles['lack']}>{t(`home.lack_${lack}`)}</span>
              <b className={styles['count']}>{t('home.people', { count: people.length })}</b>
              <span className={styles['names']} title={names}>{names}</span>
              <Button size="compact-xs" className={styles['button'] ?? ''} onClick={() => openReviews(people[0]?.personId)}>{t(`home.settle_${lack}`)}</Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
