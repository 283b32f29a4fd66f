import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { codeKey } from '@shared/messages/message-key';
import type { PresetFileIssue } from '@shared/domain/imports/preset-file';
import type { PresetContent } from '@shared/records/import-preset';
import { useMessages } from '@renderer/i18n/use-messages';
import { useTask } from '@renderer/parts/use-task';
import { call } from '@renderer/platform/workbench';
import { Panel } from '@renderer/ui/panel';
import { TakePresetDialog } from './preset-dialogs';
import { takePresetFile } from './preset-file';
import { PresetIssues } from './preset-issues';
import type { PresetUnread } from './read-preset-bytes';
import { SourceCounted } from './source-counted';
import { SourceList } from './source-list';
import { SourceMappings } from './source-mappings';
import { sourceName } from './source-name';
import { SourcePreset } from './source-preset';
import styles from './sources-tab.module.css';
import { useSources } from './use-sources';

interface SourcesTabProps {
  /** The source in hand; one that is not there means the first. */
  readonly picked: string;
  readonly onPick: (name: string) => void;
  /** Files are recognised otherwise now. */
  readonly onChanged: () => void;
}

interface RefusedFile {
  readonly file: string;
  readonly issues: readonly (PresetFileIssue | PresetUnread)[];
}

/** The systems that files come from: how each is recognised, what counts of it, and what is remembered. */
export function SourcesTab({ picked, onPick, onChanged }: SourcesTabProps) {
  const { t } = useMessages();
  const task = useTask();
  const [inHand, setInHand] = useState<PresetContent | null>(null);
  const [refused, setRefused] = useState<RefusedFile | null>(null);
  const sources = useSources();
  if (sources === null) return null;
  const source = sources.find(({ name }) => name === picked) ?? sources[0]!;

  const takeIn = () =>
    task.run('take', async () => {
      setRefused(null);
      const chosen = await call('import.choosePreset', {});
      if (!chosen.ok) return void notifications.show({ color: 'red', message: t(codeKey('calls', chosen.error.code)) });
      if (chosen.value === null) return;
      const read = await takePresetFile(chosen.value, sources.flatMap(({ name, preset }) => (preset === null ? [] : [name])));
      if (read.ok) setInHand(read.value);
      else setRefused({ file: chosen.value.name, issues: read.error });
    });
  const taken = (name: string) => {
    setInHand(null);
    notifications.show({ message: t('sources.taken', { name: sourceName(t, name) }) });
    onPick(name);
    onChanged();
  };
  return (
    <div className={styles['page']}>
      <Panel
        title={t('sources.list')} note={t('sources.listCount', { count: sources.length })} className={styles['list']!}
        foot={<Button size="compact-xs" variant="subtle" leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} disabled={task.running !== null} onClick={takeIn}>{t('sources.takeIn')}</Button>}
      >
        {refused && <PresetIssues head={t('sources.takeRefused', { file: refused.file })} issues={refused.issues} onDismiss={() => setRefused(null)} />}
        <SourceList sources={sources} picked={source.name} onPick={onPick} />
      </Panel>
      <div className={styles['detail']}>
        <SourcePreset key={source.name} source={source} onPick={onPick} onChanged={onChanged} />
        <div className={styles['side']}>
          <SourceCounted source={source} />
          <SourceMappings source={source} onChanged={onChanged} />
        </div>
      </div>
      {inHand && <TakePresetDialog preset={inHand} standing={sources.find(({ name }) => name === inHand.name) ?? null} onClose={() => setInHand(null)} onTaken={taken} />}
    </div>
  );
}
