import { useEffect, useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { ProgressFoot } from '@renderer/ui/progress-foot';
import { columnQuestions, isAnswered } from './column-questions';
import type { CommittingFile, ImportFile, MappedFile } from './import-flow';
import type { ImportActions } from './use-import-flow';
import { ReadyFoot } from './ready-foot';
import { progressShare, secondsLeft } from './time-left';

/** The bottom bar of the file in hand: progress while something runs, else the decision. */
export function ImportFoot({ file, actions }: { readonly file: ImportFile; readonly actions: ImportActions }) {
  const { state, token } = file;
  if (state.at === 'committing') return <CommitFoot state={state} onCancel={() => actions.cancel(file)} />;
  if (state.at !== 'mapped') return null;
  if (state.trial.at === 'running') return <TrialFoot key={state.trial.attempt} state={state} onCancel={actions.stopTrial} />;
  const open = columnQuestions(state.mapping, state.inspection.evidence).filter((question) => !isAnswered(question)).length;
  return <ReadyFoot file={state} open={open} onCancel={() => actions.remove(token.token)} onCommit={() => actions.commit(file)} />;
}

function TrialFoot({ state, onCancel }: { readonly state: MappedFile; readonly onCancel: () => void }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const elapsedMs = useElapsed();
  const progress = state.trial.at === 'running' ? state.trial.progress : null;
  return (
    <ProgressFoot
      title={t('imports.trialRunning')}
      done={progressShare(progress)}
      total={1}
      counts={t('ui.progressOf', { done: number(progress?.rows ?? 0), total: t('imports.rows', { count: state.inspection.rows }) })}
      secondsLeft={secondsLeft(progress, elapsedMs)}
      cancelLabel={t('imports.cancel')}
      onCancel={onCancel}
    />
  );
}

function CommitFoot({ state: { progress, cancelling, dryRun }, onCancel }: { readonly state: CommittingFile; readonly onCancel: () => void }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const elapsedMs = useElapsed();
  const fresh = dryRun.added + dryRun.changed;
  const title = cancelling ? t('imports.cancelling') : progress === null ? t('imports.keeping') : t('imports.committing');
  const done = Math.min(fresh, Math.round(progressShare(progress) * fresh));
  return (
    <ProgressFoot
      title={title}
      done={progressShare(progress)}
      total={1}
      counts={[t('ui.progressOf', { done: number(done), total: t('imports.rows', { count: fresh }) }), `${t('imports.added')} ${number(dryRun.added)}`, `${t('imports.changed')} ${number(dryRun.changed)}`].join(t('imports.separator'))}
      secondsLeft={cancelling ? null : secondsLeft(progress, elapsedMs)}
      cancelLabel={t('imports.cancelKeepNothing')}
      {...(cancelling ? {} : { onCancel })}
    />
  );
}

/** Milliseconds since the bar appeared, told twice a second: a pace, not a clock. */
function useElapsed(): number {
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    const startedAt = performance.now();
    const timer = setInterval(() => setElapsedMs(performance.now() - startedAt), 500);
    return () => clearInterval(timer);
  }, []);
  return elapsedMs;
}
