import type { QualityReport } from '@shared/contracts/quality';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { type QualitySection, qualitySections } from './quality-sections';
import styles from './quality-nav.module.css';

interface QualityNavProps {
  readonly report: QualityReport;
  readonly shown: QualitySection;
  readonly onShow: (section: QualitySection) => void;
}

/** The checks with how much each found. */
export function QualityNav({ report, shown, onShow }: QualityNavProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  return (
    <nav className={styles['nav']} aria-label={t('quality.sections')}>
      {qualitySections.map((section) => {
        const { total } = report[section];
        const SectionIcon = total === 0 ? IconCircleCheck : IconAlertTriangle;
        return (
          <button key={section} type="button" aria-current={section === shown} data-found={total > 0 || undefined} onClick={() => onShow(section)}>
            <SectionIcon size={16} stroke={1.75} aria-hidden />
            <span>{t(`quality.section_${section}`)}</span>
            <b data-testid={`quality-${section}`}>{number(total)}</b>
          </button>
        );
      })}
    </nav>
  );
}
