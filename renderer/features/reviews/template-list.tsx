import { memo } from 'react';
import { templateFamily } from '@shared/domain/performance/template-in-force';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import styles from './templates.module.css';

interface TemplateListProps {
  /** The latest version of each. */
  readonly templates: readonly ScorecardTemplate[];
  readonly pickedId: string;
  /** Families with changes that are not saved. */
  readonly unsaved: ReadonlySet<string>;
  readonly onPick: (family: string) => void;
}

/** Templates by name, with their version and whether they are in use. */
export const TemplateList = memo(function TemplateList({ templates, pickedId, unsaved, onPick }: TemplateListProps) {
  const { t } = useMessages();
  return (
    <ul className={styles['list']}>
      {templates.map((template) => {
        const family = templateFamily(template.id);
        return (
          <li key={family}>
            <button type="button" className={styles['row']} aria-current={template.id === pickedId || undefined} onClick={() => onPick(family)}>
              <b>{template.name}</b>
              {unsaved.has(family) && <i className={styles['dot']} role="img" aria-label={t('templates.unsaved')} title={t('templates.unsaved')} />}
              <span>{t('templates.version', { version: template.version })}</span>
              <Chip tone={template.active ? 'ontrack' : 'quiet'}>{t(template.active ? 'templates.inUse' : 'templates.notInUse')}</Chip>
            </button>
          </li>
        );
      })}
    </ul>
  );
});
