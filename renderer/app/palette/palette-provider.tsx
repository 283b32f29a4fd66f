import { type ReactNode, Suspense, createContext, lazy, use, useCallback, useEffect, useRef, useState } from 'react';
import { type Shown, useCommands } from './use-commands';
import { useShortcuts } from './use-shortcuts';

/** Needed when somebody asks for them: their code comes when the window has nothing else to do, or then. */
const loadPalette = () => import('./palette').then((module) => ({ default: module.Palette }));
const Palette = lazy(loadPalette);
const ShortcutSheet = lazy(() => import('./shortcut-sheet').then((module) => ({ default: module.ShortcutSheet })));
const WorkspaceSettings = lazy(() => import('@renderer/features/start/workspace-settings-dialog').then((module) => ({ default: module.WorkspaceSettingsDialog })));

const Opener = createContext<(() => void) | null>(null);

/** Holds the command palette, the sheet of shortcuts, and the keys that run commands. */
export function PaletteProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  // Once opened the palette stays, closed: what it has read of ten thousand customers is kept.
  const [needed, setNeeded] = useState(false);
  const before = useRef<Element | null>(null);
  const show = useCallback((what: Shown) => {
    before.current = document.activeElement;
    setShown(what);
    if (what === 'palette') setNeeded(true);
  }, []);
  const openPalette = useCallback(() => show('palette'), [show]);
  const close = useCallback((run?: () => void) => {
    setShown(null);
    // The dialog lets go of the focus first; what runs may take it on.
    requestAnimationFrame(() => {
      if (before.current instanceof HTMLElement) before.current.focus();
      run?.();
    });
  }, []);
  useEffect(() => {
    // What is typed right after the key must find the field there.
    const idle = requestIdleCallback(() => void loadPalette());
    return () => cancelIdleCallback(idle);
  }, []);
  const commands = useCommands(show);
  useShortcuts(commands);
  return (
    <Opener value={openPalette}>
      {children}
      <Suspense fallback={null}>
        {needed && <Palette commands={commands} opened={shown === 'palette'} onClose={close} />}
        {shown === 'shortcuts' && <ShortcutSheet commands={commands} onClose={close} />}
        {shown === 'settings' && <WorkspaceSettings onClose={close} />}
      </Suspense>
    </Opener>
  );
}

/** Opens the command palette. */
export function usePalette(): () => void {
  const open = use(Opener);
  if (!open) throw new Error('No palette here');
  return open;
}
