import type { Drill } from '@shared/contracts/drill';
import { Drawer } from '@mantine/core';
import { type ReactNode, createContext, use, useCallback, useMemo, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { DrillRows } from './drill-rows';

type OpenDrill = (drill: Drill, title: string) => void;
const Opener = createContext<OpenDrill | null>(null);

/** Holds the one drawer that lists the rows of a figure. */
export function DrillProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useMessages();
  const [shown, setShown] = useState<{ drill: Drill; title: string } | null>(null);
  const [opened, setOpened] = useState(false);
  const open = useCallback<OpenDrill>((drill, title) => {
    setShown({ drill, title });
    setOpened(true);
  }, []);
  const close = useCallback(() => setOpened(false), []);
  const drawer = useMemo(
    () => shown && <DrillRows key={JSON.stringify(shown.drill)} drill={shown.drill} />,
    [shown],
  );
  return (
    <Opener value={open}>
      {children}
      <Drawer opened={opened} onClose={close} position="right" size={920} title={shown?.title} closeButtonProps={{ 'aria-label': t('ui.close') }} styles={drawerStyles}>
        {drawer}
      </Drawer>
    </Opener>
  );
}

const drawerStyles = {
  content: { display: 'flex', flexDirection: 'column', background: 'var(--paper)' },
  header: { minHeight: 44, padding: '0 12px 0 16px', background: 'var(--paper)', borderBottom: '1px solid var(--line)' },
  title: { fontWeight: 600 },
  body: { display: 'flex', flex: 1, flexDirection: 'column', minHeight: 0, padding: 0 },
} as const;

/** Opens the rows a figure is made of. */
export function useDrill(): OpenDrill {
  const open = use(Opener);
  if (!open) throw new Error('No drill-down here');
  return open;
}
