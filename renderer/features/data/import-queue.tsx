import { ActionIcon } from '@mantine/core';
import { IconCircleArrowDown, IconCircleCheck, IconCircleDashed, IconCircleX, IconHelpCircle, IconLoader2, IconX, type Icon } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { columnQuestions, isAnswered } from './column-questions';
import type { FileState, ImportFile } from './import-flow';
import styles from './import-queue.module.css';

interface ImportQueueProps {
  readonly files: readonly ImportFile[];
  readonly current: string | null;
  /** While one is being written none can be taken or removed. */
  readonly locked: boolean;
  readonly onSelect: (token: string) => void;
  readonly onRemove: (token: string) => void;
}

type QueueState = 'fileQueued' | 'fileInspecting' | 'fileRefused' | 'fileTrial' | 'fileAsks' | 'fileReady' | 'fileCommitting' | 'fileCommitted';

const looks: Record<QueueState, { icon: Icon; tone: 'quiet' | 'ahead' | 'risk' | 'behind' | 'ontrack' }> = {
  fileQueued: { icon: IconCircleDashed, tone: 'quiet' },
  fileInspecting: { icon: IconLoader2, tone: 'ontrack' },
  fileTrial: { icon: IconLoader2, tone: 'ontrack' },
  fileCommitting: { icon: IconLoader2, tone: 'ontrack' },
  fileRefused: { icon: IconCircleX, tone: 'behind' },
  fileAsks: { icon: IconHelpCircle, tone: 'risk' },
  fileReady: { icon: IconCircleArrowDown, tone: 'ontrack' },
  fileCommitted: { icon: IconCircleCheck, tone: 'ahead' },
};

function queueState(state: FileState): QueueState {
  switch (state.at) {
    case 'queued':
      return 'fileQueued';
    case 'inspecting':
      return 'fileInspecting';
    case 'refused':
      return state.issue.code === 'file.onlyHidden' ? 'fileAsks' : 'fileRefused';
    case 'committing':
      return 'fileCommitting';
    case 'committed':
      return 'fileCommitted';
    case 'mapped':
      if (state.trial.at === 'refused' || columnQuestions(state.mapping, state.inspection.evidence).some((question) => !isAnswered(question))) return 'fileAsks';
      return state.trial.at === 'done' ? 'fileReady' : 'fileTrial';
  }
}

/** Files chosen together, in turn; any of them can be taken up next. */
export function ImportQueue({ files, current, locked, onSelect, onRemove }: ImportQueueProps) {
  const { t } = useMessages();
  return (
    <ul className={styles['queue']} aria-label={t('imports.queueLabel')}>
      {files.map(({ token, state }) => {
        const shown = queueState(state);
        const { icon: StateIcon, tone } = looks[shown];
        return (
          <li key={token.token} data-current={token.token === current || undefined}>
            <button type="button" aria-current={token.token === current || undefined} disabled={locked && token.token !== current} onClick={() => onSelect(token.token)}>
              <StateIcon size={14} stroke={1.75} aria-hidden data-tone={tone} />
              <span className={styles['name']} title={token.name}>{token.name}</span>
              <span className={styles['state']}>{t(`imports.${shown}`)}</span>
            </button>
            <ActionIcon size={20} disabled={locked} aria-label={t('imports.remove', { name: token.name })} onClick={() => onRemove(token.token)}>
              <IconX size={12} stroke={2.25} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
