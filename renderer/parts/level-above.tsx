import type { Explanation } from '@shared/contracts/explanation';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useFigureName, useQuantityText } from './formula-tape';
import styles from './why-figure.module.css';

/** The same figure one level up, and what part of it this one is. */
export function LevelAbove({ above: { name, value, share } }: { readonly above: NonNullable<Explanation['above']> }) {
  const { t } = useMessages();
  const { percent } = useFormats();
  const nameText = useFigureName();
  const text = useQuantityText();
  return (
    <ul className={styles['tape']}>
      <li><span className={styles['label']}>{nameText(name)}</span><span className={styles['value']}>{text(value)}</span></li>
      {share !== null && <li><span className={styles['label']}>{t('drill.share')}</span><span className={styles['value']}>{percent(share, 2)}</span></li>}
    </ul>
  );
}
