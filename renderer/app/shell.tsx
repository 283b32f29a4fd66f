import { Outlet, useRouterState } from '@tanstack/react-router';
import { DrillProvider } from '@renderer/parts/drill-down';
import { FiguresProvider } from '@renderer/parts/use-figures';
import { call } from '@renderer/platform/workbench';
import { ErrorBoundary } from '@renderer/ui/error-boundary';
import { DiskBanner } from './disk-banner';
import { usePreferences } from './preferences';
import { PrintProvider } from './print/print-provider';
import { Rail } from './rail';
import { StartStrip } from './start-strip';
import { TopBar } from './top-bar';
import { useLastRoute } from './use-last-route';

/** The frame around every page: rail, top bar, and the page in an error boundary of its own. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { preferences } = usePreferences();
  useLastRoute();
  return (
    <FiguresProvider>
      <PrintProvider>
      <DrillProvider>
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
      </DrillProvider>
      </PrintProvider>
    </FiguresProvider>
  );
}
