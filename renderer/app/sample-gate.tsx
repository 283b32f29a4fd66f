import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { PreparingPage } from '@renderer/features/start/preparing-page';
import { useMessages } from '@renderer/i18n/use-messages';
import type { WorkspaceSettings } from '@shared/records/workspace-settings';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { ErrorPage } from '@renderer/ui/error-page';
import type { SampleProgress } from './sample/install-sample';

const stepText = { files: 'start.sampleFiles', plans: 'start.samplePlans', reviews: 'start.sampleReviews' } as const;

/** The sample workspace fills itself before it is shown; an interrupted filling goes on where it stopped. */
export function SampleGate({ settings, children }: { readonly settings: WorkspaceSettings | null; readonly children: ReactNode }) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const ledger = useLedger();
  const installed = settings?.sample === true;
  const [progress, setProgress] = useState<SampleProgress>({ step: 'files', detail: '', done: 0, total: 100 });
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef(false);

  const install = useCallback(() => {
    if (running.current) return;
    running.current = true;
    setFailure(null);
    // Needed once in a workspace's life.
    import('./sample/install-sample')
      .then(({ installSample }) => installSample(workspace, ledger, setProgress))
      .then((result) => {
        if (!result.ok) setFailure(JSON.stringify(result.error, null, 1));
      })
      .catch((error: unknown) => setFailure(error instanceof Error ? (error.stack ?? error.message) : String(error)))
      .finally(() => {
        running.current = false;
      });
  }, [workspace, ledger]);
  useEffect(() => {
    if (!installed) install();
  }, [installed, install]);

  if (installed) return children;
  if (failure !== null) return <ErrorPage title={t('start.sampleFailed')} next={t('start.sampleFailedNext')} details={failure} onRetry={install} />;
  const { step, detail, done, total } = progress;
  return <PreparingPage step={t(stepText[step], { detail })} done={done} total={total} />;
}
