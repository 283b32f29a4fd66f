import { IconCircleCheck, IconPencil } from '@tabler/icons-react';
import type { Figures } from '@shared/contracts/figures';
import type { PersonReview } from '@shared/contracts/review-pack';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import styles from './packs.module.css';

/** What the pack will hold, and whether it prints 草稿. `reviews` is null for a quarter or a year. */
export function PackContents({ figures, reviews }: { readonly figures: Figures; readonly reviews: readonly PersonReview[] | null }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const open = reviews?.filter((review) => review.signed === null).length ?? 0;
  return (
    <>
      <ol className={styles['contents']} aria-label={t('packs.contents')}>
        <li>{t('packs.contentsSummary')}</li>
        <li>{t('packs.contentsTree', { count: figures.nodes.length })}</li>
        <li>{t('packs.contentsCharts')}</li>
        <li>{reviews === null ? t('packs.contentsPeopleNone') : t('packs.contentsPeople', { count: reviews.length })}</li>
        <li>{t('packs.contentsDefinitions')}</li>
      </ol>
      {reviews !== null && reviews.length > 0 && (
        <p className={styles['state']}>
          {open === 0 ? (
            <Chip tone="ahead" icon={<IconCircleCheck size={12} stroke={2.25} aria-hidden />}>{t('packs.final')}</Chip>
          ) : (
            <Chip icon={<IconPencil size={12} stroke={2.25} aria-hidden />}>{t('packs.draft', { open: number(open) })}</Chip>
          )}
        </p>
      )}
    </>
  );
}
