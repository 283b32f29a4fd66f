import { Outlet, useRouterState } from '@tanstack/react-router';
import { UndoableNotices } from '@renderer/parts/undoable-notices';
import { call } from '@renderer/platform/workbench';
import { ErrorBoundary } from '@renderer/ui/error-boundary';
import { DiskBanner } from './disk-banner';
import { DropAnywhere } from './drop-anywhere';
import { usePreferences } from './preferences';
import { Rail } from './rail';
import { StartStrip } from './start-strip';
import { TopBar } from './top-bar';
import { useLastRoute } from './use-last-route';
import { useNewWindow } from './use-new-window';
import { WindowProviders } from './window-providers';

/** The frame around every page: rail, top bar, and the page in an error boundary of its own. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { preferences } = usePreferences();
  useLastRoute();
  useNewWindow();
  return (
    <WindowProviders>
      <div className="frame" data-folded={preferences.railFolded || undefined}>
        <Rail />
        <TopBar />
        <main className="frame-main">
          <DiskBanner />
          <StartStrip />
          <ErrorBoundary resetKey={path} onError={(message) => void call('log.write', { level: 'error', message: message.slice(0, 20_000) })}>
            <Outlet />
          </ErrorBoundary>
        </main>
      </div>
      <DropAnywhere />
      <UndoableNotices />
    </WindowProviders>
  );
}
