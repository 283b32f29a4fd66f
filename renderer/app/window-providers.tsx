import type { ReactNode } from 'react';
import { HomeProvider } from '@renderer/features/home/home-context';
import { DrillProvider } from '@renderer/parts/drill-down';
import { DroppedFilesProvider } from '@renderer/parts/dropped-files';
import { FiguresProvider } from '@renderer/parts/use-figures';
import { PaletteProvider } from './palette/palette-provider';
import { PrintProvider } from './print/print-provider';
import { UndoProvider } from './undo-provider';

/** What the whole window shares: its figures, and the one drawer, palette, print and undo that any page may ask for. */
export function WindowProviders({ children }: { readonly children: ReactNode }) {
  return (
    <FiguresProvider>
      <HomeProvider>
        <PrintProvider>
          <DrillProvider>
            <UndoProvider>
              <PaletteProvider>
                <DroppedFilesProvider>{children}</DroppedFilesProvider>
              </PaletteProvider>
            </UndoProvider>
          </DrillProvider>
        </PrintProvider>
      </HomeProvider>
    </FiguresProvider>
  );
}
