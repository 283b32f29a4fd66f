import type { WorkbenchEvents } from '@shared/contracts/workbench-calls';
import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { onEvent } from '@renderer/platform/workbench';
import styles from './keep-progress.module.css';

/** How far main is with a restore, a rebuild or a drill; before its first word only that it runs. */
export function KeepProgress({ title }: { readonly title: string }) {
  const { t } = useMessages();
  const { percent } = useFormats();
  const [progress, setProgress] = useState<WorkbenchEvents['keep.progress'] | null>(null);
  useEffect(() => onEvent('keep.progress', setProgress), []);
  const share = progress === null || progress.total === 0 ? 0 : Math.min(1, progress.done / progress.total);
  return (
    <div className={styles['progress']}>
      <output>
        <b>{title}</b>
        {progress !== null && <span>{t(`copies.stage_${progress.stage}`)} {percent(share, 0)}</span>}
      </output>
      <Progress value={progress === null ? 100 : share * 100} animated={progress === null} aria-label={title} />
    </div>
  );
}
