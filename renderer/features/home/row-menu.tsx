import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';

/** What else can be done with a row. Drawn within the page's landmark, its first item in focus. */
export function RowMenu({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useMessages();
  return (
    <Menu position="bottom-end" portalProps={{ target: 'main' }}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('home.moreFor', { name })}><IconDots size={14} stroke={1.75} aria-hidden /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
