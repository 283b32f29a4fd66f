import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import type { QualityReport } from '@shared/contracts/quality';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import { useHome } from './home-context';
import { useGo } from './use-go';
import styles from './home.module.css';

/** The checks of Data → Quality, in the order they are best mended in. */
const SECTIONS = ['owners', 'duplicates', 'unclassed', 'gaps', 'outliers', 'repeats', 'unfiledCustomers', 'unfiledProducts'] as const satisfies readonly (keyof QualityReport)[];

/** What the checks of the data found, by check; each opens where it is mended. */
export function QualityPanel() {
  const { t } = useMessages();
  const { number } = useFormats();
  const { quality, findings } = useHome();
  const go = useGo();
  const found = quality && SECTIONS.filter((section) => quality[section].total > 0);
  return (
    <Panel title={t('home.unmatched')} note={found === null ? t('home.checking') : t('home.unmatchedNote')} className={styles['panel'] ?? ''}>
      {found?.length === 0 && <p className={styles['quiet']}>{findings?.lastImportedAt !== null && <IconCircleCheck size={16} stroke={1.75} aria-hidden />}{t(findings?.lastImportedAt === null ? 'home.nothingToCheck' : 'home.nothingUnmatched')}</p>}
      <ul className={styles['checks']} aria-label={t('home.unmatched')}>
        {quality && found?.map((section) => (
          <li key={section}>
            <button type="button" onClick={() => go({ to: '/data', search: { tab: 'quality', section } })}>
              <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
              <span>{t(`quality.section_${section}`)}</span>
              <b>{number(quality[section].total)}</b>
              <IconChevronRight size={14} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
