import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call, onEvent } from '@renderer/platform/workbench';

/** Opens another window of this workspace: by the menu where this one is (its key is a command's), by Ctrl/⌘ or the middle button on any link where that leads. */
export function useNewWindow(): void {
  const router = useRouter();
  useEffect(() => {
    const open = (route: string) => void call('window.open', { route });
    const here = () => open(router.state.location.href);
    // Before the router's own handler, and before Chromium asks for a window of its own, which main refuses.
    const onClick = (event: MouseEvent) => {
      const wanted = event.button === 1 || (event.button === 0 && (event.ctrlKey || event.metaKey));
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const [, route] = link?.getAttribute('href')?.split('#') ?? [];
      if (!wanted || !route?.startsWith('/')) return;
      event.preventDefault();
      event.stopPropagation();
      open(route);
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('auxclick', onClick, true);
    const stopMenu = onEvent('menu.newWindow', here);
    return () => {
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('auxclick', onClick, true);
      stopMenu();
    };
  }, [router]);
}
