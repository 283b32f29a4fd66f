import { ipcRenderer, webUtils } from 'electron';

/** The little of a page that this side of the wall touches: its world has no DOM types. */
interface DroppedFile {
  /** Electron before 32 puts the path here; an ordinary page's own files have none. */
  readonly path?: string;
}
interface DropEvent {
  readonly isTrusted: boolean;
  readonly defaultPrevented: boolean;
  readonly dataTransfer: { readonly files: Iterable<DroppedFile> } | null;
}
interface DropPlace {
  addEventListener(type: 'drop', listener: (event: DropEvent) => void): void;
}

/**
 * Tells main which files the user has let go over the page, where the page takes them (it has cancelled the drop's default).
 * Only the engine gives a file a path, and only preload can say it: the page gets tokens, and has no call that takes a path.
 */
export function watchDroppedFiles(): void {
  (globalThis as unknown as DropPlace).addEventListener('drop', (event) => {
    if (!event.isTrusted || !event.defaultPrevented) return;
    const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '');
    if (paths.length > 0) void ipcRenderer.invoke('workbench:drop', paths);
  });
}

/** Electron 25 has no `webUtils`, newer ones no `path`. */
function pathOf(file: DroppedFile): string {
  const utils = webUtils as typeof webUtils | undefined;
  return utils === undefined ? (file.path ?? '') : utils.getPathForFile(file as Parameters<typeof utils.getPathForFile>[0]);
}
