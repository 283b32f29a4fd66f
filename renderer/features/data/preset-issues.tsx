import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PresetFileIssue } from '@shared/domain/imports/preset-file';
import { useMessages } from '@renderer/i18n/use-messages';
import { Notice } from '@renderer/ui/notice';
import { presetIssueText } from './preset-issue-text';
import type { PresetUnread } from './read-preset-bytes';
import styles from './sources-tab.module.css';

/** The first reasons are enough to go on with. */
const MOST_SHOWN = 6;

interface PresetIssuesProps {
  /** What was not done. */
  readonly head: string;
  readonly issues: readonly (PresetFileIssue | PresetUnread)[];
  readonly onDismiss?: () => void;
}

/** Why a preset is not used, not saved or not taken in, point by point. */
export function PresetIssues({ head, issues, onDismiss }: PresetIssuesProps) {
  const { t } = useMessages();
  const texts = [...new Set(issues.map((issue) => presetIssueText(t, issue)))];
  return (
    <div className={styles['notices']}>
      <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />} action={onDismiss && <Button size="compact-xs" onClick={onDismiss}>{t('sources.dismiss')}</Button>}>
        {head}
        <ul>
          {texts.slice(0, MOST_SHOWN).map((text) => <li key={text}>{text}</li>)}
          {texts.length > MOST_SHOWN && <li>{t('sources.moreIssues', { count: texts.length - MOST_SHOWN })}</li>}
        </ul>
      </Notice>
    </div>
  );
}
