import type { ReviewPack } from '@shared/contracts/review-pack';
import type { CallFailure, WorkbenchEvents } from '@shared/contracts/workbench-calls';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, onEvent } from '@renderer/platform/workbench';

type Progress = WorkbenchEvents['pack.progress'];

export type PackExport =
  | { readonly kind: 'idle' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'running'; readonly jobId: string; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly jobId: string; readonly pages: number; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** One export at a time: gathers the pack, hands it to main, follows its progress, tells what was written; cancel leaves no file. */
export function usePackExport(onWritten: (pack: ReviewPack, written: { readonly path: string; readonly pages: number }) => Promise<void>) {
  const [state, setState] = useState<PackExport>({ kind: 'idle' });
  const [fault, setFault] = useState<unknown>(null);
  const job = useRef<string | null>(null);
  if (fault !== null) throw fault;
  const tell = useRef(onWritten);
  useEffect(() => {
    tell.current = onWritten;
  });

  useEffect(
    () =>
      onEvent('pack.progress', (progress) => {
        if (progress.jobId === job.current) setState({ kind: 'running', jobId: progress.jobId, progress });
      }),
    [],
  );

  const start = useCallback(async (gather: () => Promise<ReviewPack | null>, suggestedName: string) => {
    try {
      const jobId = crypto.randomUUID();
      job.current = jobId;
      setState({ kind: 'preparing' });
      const pack = await gather();
      if (pack === null || job.current !== jobId) return setState({ kind: 'idle' });
      setState({ kind: 'running', jobId, progress: null });
      const answer = await call('pack.export', { jobId, pack, suggestedName });
      job.current = null;
      if (answer.ok && answer.value.path !== null) await tell.current(pack, { path: answer.value.path, pages: answer.value.pages });
      if (answer.ok) setState(answer.value.path === null ? { kind: 'cancelled' } : { kind: 'done', jobId, pages: answer.value.pages, bytes: answer.value.bytes });
      else setState(answer.error.code === 'pack.cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: answer.error });
    } catch (error) {
      setFault(error);
    }
  }, []);

  const cancel = useCallback(() => {
    const jobId = job.current;
    job.current = null;
    if (jobId !== null) void call('pack.cancel', { jobId });
    setState({ kind: 'cancelled' });
  }, []);

  const reveal = useCallback((jobId: string) => void call('pack.reveal', { jobId }), []);
  return { state, start, cancel, reveal };
}
