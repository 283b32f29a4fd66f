import type { Drill } from '@shared/contracts/drill';
import type { Explanation } from '@shared/contracts/explanation';
import { ActionIcon, Drawer } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { DrillRows } from './drill-rows';
import { WhyFigure } from './why-figure';
import styles from './why-figure.module.css';

/** Opens a figure: its rows, why it is what it is, or both. */
type OpenDrill = (drill: Drill | null, title: string, explanation?: Explanation | null) => void;
const Opener = createContext<OpenDrill | null>(null);

interface Shown {
  /** Its own: what is opened anew is drawn anew, from the top. */
  readonly id: number;
  readonly drill: Drill | null;
  readonly title: string;
  readonly explanation: Explanation | null;
}

/** Holds the one drawer that says why a figure is what it is and lists its rows; parts of the formula open in it one after the other. */
export function DrillProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useMessages();
  const [trail, setTrail] = useState<readonly Shown[]>([]);
  const [opened, setOpened] = useState(false);
  const count = useRef(0);
  const open = useCallback<OpenDrill>((drill, title, explanation = null) => {
    setTrail([{ id: ++count.current, drill, title, explanation }]);
    setOpened(true);
  }, []);
  const close = useCallback(() => setOpened(false), []);
  const shown = trail.at(-1);
  const before = trail.at(-2);
  const body = useMemo(() => {
    const openPart = (explanation: Explanation, title: string) => setTrail((known) => [...known, { id: ++count.current, drill: explanation.drill, title, explanation }]);
    return shown && (
      <div key={shown.id} className={styles['box']}>
        {shown.explanation && <WhyFigure explanation={shown.explanation} title={shown.title} takesFocus={trail.length > 1} onOpen={openPart} />}
        {shown.drill && <DrillRows drill={shown.drill} />}
      </div>
    );
  }, [shown, trail.length]);
  const title = (
    <>
      {before && (
        <ActionIcon size={24} mr={8} aria-label={t('drill.back', { name: before.title })} onClick={() => setTrail((known) => known.slice(0, -1))}>
          <IconArrowLeft size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      {shown?.title}
    </>
  );
  return (
    <Opener value={open}>
      {children}
      <Drawer opened={opened} onClose={close} position="right" size={trail.some(({ drill }) => drill !== null) ? 920 : 460} title={title} closeButtonProps={{ 'aria-label': t('ui.close') }} styles={drawerStyles}>
        {body}
      </Drawer>
    </Opener>
  );
}

const drawerStyles = {
  content: { display: 'flex', flexDirection: 'column', background: 'var(--paper)' },
  header: { minHeight: 44, padding: '0 12px 0 16px', background: 'var(--paper)', borderBottom: '1px solid var(--line)' },
  title: { display: 'flex', alignItems: 'center', fontWeight: 600 },
  body: { display: 'flex', flex: 1, flexDirection: 'column', minHeight: 0, padding: 0 },
} as const;

/** Opens the drawer «why this number» on a figure. */
export function useDrill(): OpenDrill {
  const open = use(Opener);
  if (!open) throw new Error('No drill-down here');
  return open;
}
