import type { ImportProgress } from '@shared/contracts/import-run';
import { useEffect, useRef, useState } from 'react';
import type { Translate } from '@renderer/i18n/i18n';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { ProgressFoot } from '@renderer/ui/progress-foot';
import { columnQuestions, isAnswered } from './column-questions';
import type { CommittingFile, ImportFile, MappedFile } from './import-flow';
import type { ImportActions } from './use-import-flow';
import { ReadyFoot } from './ready-foot';
import { type Pace, paceOf, paceStart, progressShare } from './time-left';

/** The bottom bar of the file in hand: progress while something runs, else the decision. */
export function ImportFoot({ file, actions }: { readonly file: ImportFile; readonly actions: ImportActions }) {
  const { state, token } = file;
  if (state.at === 'committing') return <CommitFoot state={state} onCancel={() => actions.cancel(file)} />;
  if (state.at !== 'mapped') return null;
  if (state.trial.at === 'running') return <TrialFoot key={state.trial.attempt} state={state} onCancel={actions.stopTrial} />;
  const open = columnQuestions(state.mapping, state.inspection.evidence).filter((question) => !isAnswered(question)).length;
  return <ReadyFoot file={state} open={open} onCancel={() => actions.remove(token.token)} onCommit={() => actions.commit(file)} onRetake={() => actions.retake(token)} />;
}

function TrialFoot({ state, onCancel }: { readonly state: MappedFile; readonly onCancel: () => void }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const progress = state.trial.at === 'running' ? state.trial.progress : null;
  const pace = usePace(progress);
  return (
    <ProgressFoot
      title={progress?.stage === 'comparing' ? t('importFiles.stageComparing') : t('imports.trialRunning')}
      done={progressShare(progress)}
      total={1}
      counts={[t('ui.progressOf', { done: number(progress?.rows ?? 0), total: t('imports.rows', { count: state.inspection.rows }) }), ...rateText(t, number, pace)].join(t('imports.separator'))}
      secondsLeft={pace.secondsLeft}
      cancelLabel={t('imports.cancel')}
      onCancel={onCancel}
    />
  );
}

function CommitFoot({ state: { progress, cancelling, dryRun }, onCancel }: { readonly state: CommittingFile; readonly onCancel: () => void }) {
  const { t } = useMessages();
  const { number } = useFormats();
  const fresh = dryRun.added + dryRun.changed;
  const title = cancelling ? t('imports.cancelling') : progress === null ? t('imports.keeping') : t('imports.committing');
  const written = progress === null ? null : writtenOf(progress, fresh);
  const pace = usePace(written);
  return (
    <ProgressFoot
      title={title}
      done={progressShare(written)}
      total={1}
      counts={[t('ui.progressOf', { done: number(written?.rows ?? 0), total: t('imports.rows', { count: fresh }) }), `${t('imports.added')} ${number(dryRun.added)}`, `${t('imports.changed')} ${number(dryRun.changed)}`, ...(cancelling ? [] : rateText(t, number, pace))].join(t('imports.separator'))}
      secondsLeft={cancelling ? null : pace.secondsLeft}
      cancelLabel={t('imports.cancelKeepNothing')}
      {...(cancelling ? {} : { onCancel })}
    />
  );
}

/** Writing is told in rows: all of them are the whole. */
const writtenOf = (progress: ImportProgress, fresh: number): ImportProgress => ({ ...progress, rows: Math.min(progress.rows, fresh), doneBytes: Math.min(progress.rows, fresh), totalBytes: fresh });

const rateText = (t: Translate, number: (value: number) => string, { rowsPerSecond }: Pace): string[] => (rowsPerSecond === null ? [] : [t('importFiles.rate', { rate: number(rowsPerSecond) })]);

/** The pace of the stage in hand, told twice a second: a pace, not a clock. */
function usePace(progress: ImportProgress | null): Pace {
  const latest = useRef(progress);
  const [pace, setPace] = useState<Pace>({ rowsPerSecond: null, secondsLeft: null });
  useEffect(() => {
    latest.current = progress;
  });
  useEffect(() => {
    let start: ReturnType<typeof paceStart> = null;
    const tell = () => {
      const nowMs = performance.now();
      start = paceStart(start, latest.current, nowMs);
      setPace(paceOf(start, latest.current, nowMs));
    };
    const timer = setInterval(tell, 500);
    return () => clearInterval(timer);
  }, []);
  return pace;
}
