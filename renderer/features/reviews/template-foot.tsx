import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { TemplateRefusal } from '@renderer/data/scorecard-templates';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { templateRefusalText } from './template-refusal-text';
import styles from './templates.module.css';

interface TemplateFootProps {
  /** Nothing has been changed. */
  readonly clean: boolean;
  /** Why it cannot be saved as it stands. */
  readonly refusals: readonly TemplateRefusal[];
  /** What a draft still lacks before it can be used; it can be saved all the same. */
  readonly lacking: readonly TemplateRefusal[];
  readonly saveLabel: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** What stands in the way of saving, named; and the save. */
export function TemplateFoot({ clean, refusals, lacking, saveLabel, onSave, onDiscard }: TemplateFootProps) {
  return (
    <div className={styles['foot']}>
      <output className={styles['state']}><State clean={clean} refusals={refusals} lacking={lacking} /></output>
      <FootButtons clean={clean} refusals={refusals} saveLabel={saveLabel} onSave={onSave} onDiscard={onDiscard} />
    </div>
  );
}

function State({ clean, refusals, lacking }: Pick<TemplateFootProps, 'clean' | 'refusals' | 'lacking'>) {
  const { t } = useMessages();
  const formats = useFormats();
  const [refusal, ...others] = refusals;
  if (refusal) {
    return (
      <span className={styles['refused']}>
        <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
        {templateRefusalText(refusal, t, formats)}
        {others.length > 0 && ` · ${t('templates.more', { count: others.length })}`}
      </span>
    );
  }
  if (lacking[0]) return t('templates.draftLater', { issue: templateRefusalText(lacking[0], t, formats) });
  if (clean) return t('templates.saved');
  return <><IconCircleCheck size={14} stroke={1.75} aria-hidden />{t('templates.ready')}</>;
}

function FootButtons({ clean, refusals, saveLabel, onSave, onDiscard }: Omit<TemplateFootProps, 'lacking'>) {
  const { t } = useMessages();
  return (
    <>
      {!clean && <Button onClick={onDiscard}>{t('templates.discard')}</Button>}
      <Button variant="filled" disabled={clean || refusals.length > 0} onClick={onSave}>{saveLabel}</Button>
    </>
  );
}
