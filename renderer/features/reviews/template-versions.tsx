import { memo } from 'react';
import type { ReviewCycle } from '@shared/records/review-cycle';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './templates.module.css';

interface TemplateVersionsProps {
  /** All versions of one template. */
  readonly versions: readonly ScorecardTemplate[];
  readonly cycles: readonly ReviewCycle[];
}

/** Newest first: from when each version scores, why it came, and what it has scored. */
export const TemplateVersions = memo(function TemplateVersions({ versions, cycles }: TemplateVersionsProps) {
  const { t } = useMessages();
  const { month } = useFormats();
  return (
    <section className={styles['block']}>
      <h3>{t('templates.versions')}</h3>
      <ol className={styles['versions']}>
        {versions.toSorted((a, b) => b.version - a.version).map((version) => {
          const scored = cycles.filter((cycle) => cycle.templateId === version.id).length;
          return (
            <li key={version.id}>
              <b>{t('templates.version', { version: version.version })}</b>
              <span>{version.fromMonth ? t('templates.versionFrom', { month: month(version.fromMonth) }) : t('templates.versionFromStart')}</span>
              <span>{scored === 0 ? t('templates.versionUnused') : t('templates.versionMonths', { count: scored })}</span>
              {version.reason && <p>{version.reason}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
});
