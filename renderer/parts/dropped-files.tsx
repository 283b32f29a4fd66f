import type { FileToken } from '@shared/contracts/headless-command';
import { type ReactNode, createContext, use, useCallback, useEffect, useMemo, useState } from 'react';

interface Waiting {
  readonly files: readonly FileToken[];
  readonly add: (files: readonly FileToken[]) => void;
  readonly clear: () => void;
}

const WaitingFiles = createContext<Waiting | null>(null);

/** Files that were let go over any page, on their way to the import. */
export function DroppedFilesProvider({ children }: { readonly children: ReactNode }) {
  const [files, setFiles] = useState<readonly FileToken[]>([]);
  const add = useCallback((more: readonly FileToken[]) => setFiles((before) => [...before, ...more]), []);
  const clear = useCallback(() => setFiles([]), []);
  const waiting = useMemo(() => ({ files, add, clear }), [files, add, clear]);
  return <WaitingFiles value={waiting}>{children}</WaitingFiles>;
}

export function useWaitingFiles(): Waiting {
  const waiting = use(WaitingFiles);
  if (!waiting) throw new Error('No files can be dropped here');
  return waiting;
}

/** Takes what was dropped, as soon as `takes`: what comes while an import is being written waits for its end. */
export function useDroppedFiles(takes: boolean, onFiles: (files: readonly FileToken[]) => void): void {
  const { files, clear } = useWaitingFiles();
  useEffect(() => {
    if (!takes || files.length === 0) return;
    clear();
    onFiles(files);
  }, [takes, files, clear, onFiles]);
}
