import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconFolderSearch, IconFolderSymlink, IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';

export type WorkspaceAction = 'rename' | 'move' | 'duplicate' | 'reveal' | 'removeSample' | 'forget';

interface WorkspaceMenuProps {
  readonly name: string;
  readonly missing: boolean;
  /** Only a sample's folder is taken away from here. */
  readonly sample: boolean;
  /** The open one stays on the list. */
  readonly open: boolean;
  readonly disabled: boolean;
  readonly onAction: (action: WorkspaceAction) => void;
}

const icons = { rename: IconPencil, move: IconFolderSymlink, duplicate: IconCopy, reveal: IconFolderSearch, removeSample: IconTrash, forget: IconX } as const;

/** What can be done with one workspace besides opening it; one whose folder is gone can only be taken off the list. */
export function WorkspaceMenu({ name, missing, sample, open, disabled, onAction }: WorkspaceMenuProps) {
  const { t } = useMessages();
  const actions: readonly WorkspaceAction[] = [...(missing ? [] : (['rename', 'move', 'duplicate', 'reveal'] as const)), ...(sample && !missing ? (['removeSample'] as const) : []), ...(open ? [] : (['forget'] as const))];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} disabled={disabled} aria-label={t('workspaces.actionsOf', { name })}><IconDots size={16} stroke={1.75} aria-hidden /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => {
          const ActionShown = icons[action];
          return <Menu.Item key={action} fz="xs" leftSection={<ActionShown size={14} stroke={1.75} aria-hidden />} onClick={() => onAction(action)}>{t(`workspaces.${action}`)}</Menu.Item>;
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
