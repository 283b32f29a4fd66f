import { ActionIcon, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './undo-history.module.css';
import { UndoHistoryList } from './undo-history-list';

interface UndoHistoryProps {
  readonly onUpTo: (direction: 'undo' | 'redo', seq: number) => void;
}

/** The arrow beside undo: what was done last, and the way back to before any of it. */
export function UndoHistory({ onUpTo }: UndoHistoryProps) {
  const { t } = useMessages();
  const [opened, setOpened] = useState(false);
  return (
    <Popover position="bottom-end" width={400} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <ActionIcon className={styles['arrow'] ?? ''} w={16} aria-label={t('windows.historyOpen')} title={t('windows.history')} onClick={() => setOpened(!opened)}>
          <IconChevronDown size={12} stroke={2} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles['panel'] ?? ''} aria-label={t('windows.history')}>
        <UndoHistoryList
          onUpTo={(direction, seq) => {
            setOpened(false);
            onUpTo(direction, seq);
          }}
          onLeave={() => setOpened(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
