import { Outlet, useRouterState } from '@tanstack/react-router';
import { HomeProvider } from '@renderer/features/home/home-context';
import { DrillProvider } from '@renderer/parts/drill-down';
import { DroppedFilesProvider } from '@renderer/parts/dropped-files';
import { UndoableNotices } from '@renderer/parts/undoable-notices';
import { FiguresProvider } from '@renderer/parts/use-figures';
import { call } from '@renderer/platform/workbench';
import { ErrorBoundary } from '@renderer/ui/error-boundary';
import { DiskBanner } from './disk-banner';
import { DropAnywhere } from './drop-anywhere';
import { PaletteProvider } from './palette/palette-provider';
import { usePreferences } from './preferences';
import { PrintProvider } from './print/print-provider';
import { Rail } from './rail';
import { StartStrip } from './start-strip';
import { TopBar } from './top-bar';
import { UndoProvider } from './undo-provider';
import { useLastRoute } from './use-last-route';
import { useNewWindow } from './use-new-window';

/** The frame around every page: rail, top bar, and the page in an error boundary of its own. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { preferences } = usePreferences();
  useLastRoute();
  useNewWindow();
  return (
    <FiguresProvider>
      <PrintProvider>
        <HomeProvider>
          <DrillProvider>
            <UndoProvider>
              <PaletteProvider>
                <DroppedFilesProvider>
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
                </DroppedFilesProvider>
              </PaletteProvider>
            </UndoProvider>
          </DrillProvider>
        </HomeProvider>
      </PrintProvider>
    </FiguresProvider>
  );
}
