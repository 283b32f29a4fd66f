import { Button } from '@mantine/core';
import { IconFileImport, IconFileSpreadsheet } from '@tabler/icons-react';
import type { FoundWorkbook } from '@shared/contracts/import-run';
import { useMessages } from '@renderer/i18n/use-messages';
import { useTask } from '@renderer/parts/use-task';
import { useLedger } from '@renderer/parts/workspace-context';
import { EmptyState } from '@renderer/ui/empty-state';
import { Panel } from '@renderer/ui/panel';
import { columnQuestions, isAnswered } from './column-questions';
import { exportRejected } from './export-rejected';
import { FileHead } from './file-head';
import { FileRefusal } from './file-refusal';
import { ImportFoot } from './import-foot';
import { type FileState, type ImportFile, type ImportFlow, currentFile, isCommitting, nextFile } from './import-flow';
import { ImportQueue } from './import-queue';
import { ImportSteps } from './import-steps';
import styles from './import-tab.module.css';
import { MappingPanel } from './mapping-panel';
import { RecentFolders } from './recent-folders';
import { ReportPanel } from './report-panel';
import { SheetBar } from './sheet-bar';
import { TrialSide } from './trial-side';
import { RetakeButton } from './retake-button';
import { canRetake } from './can-retake';
import type { ImportActions } from './use-import-flow';

interface ImportTabProps {
  readonly flow: ImportFlow;
  readonly actions: ImportActions;
  readonly onOwners: () => void;
  readonly onBatches: () => void;
  readonly onAttainment: () => void;
}

/** From a chosen file to a batch: recognised, mapped, dry-run, written, reported. */
export function ImportTab(props: ImportTabProps) {
  const { t } = useMessages();
  const { flow, actions } = props;
  const file = currentFile(flow);
  if (file === null) {
    return (
      <div className={styles['import']}>
        <Panel title={t('imports.tabImport')} className={styles['start']!}>
          <EmptyState icon={IconFileSpreadsheet} title={t('imports.emptyTitle')} action={<ChooseButton label={t('imports.choose')} filled onChoose={actions.choose} />}>
            {t('imports.emptyText')}
          </EmptyState>
        </Panel>
        <RecentFolders onTake={actions.takeRecent} />
      </div>
    );
  }
  const { state } = file;
  return (
    <>
      <div className={styles['import']}>
        {flow.files.length > 1 && <ImportQueue files={flow.files} current={flow.current} locked={isCommitting(flow)} onSelect={actions.select} onRemove={actions.remove} />}
        <FileHead name={file.token.name} inspection={'inspection' in state ? shownInspection(state) : null} refused={state.at === 'refused'} steps={<ImportSteps state={state} asks={asks(state)} />} />
        {foundWorkbook(state) && <SheetBar workbook={foundWorkbook(state)!} disabled={state.at === 'committing'} onLook={(place) => actions.lookAt(file.token.token, place)} />}
        <div className={styles['columns']}><FileBody {...props} file={file} /></div>
      </div>
      <ImportFoot file={file} actions={actions} />
    </>
  );
}

/** The workbook in hand, readable or not; null for a text file or before it was looked at. */
function foundWorkbook(state: FileState): FoundWorkbook | null {
  if (state.at === 'refused') return state.issue.workbook ?? null;
  return 'inspection' in state ? state.inspection.workbook : null;
}

const otherSheets = ({ state, done }: ImportFile): string[] => (foundWorkbook(state)?.sheets ?? []).filter(({ name, hidden, rows }) => !hidden && rows > 0 && !done.includes(name)).map(({ name }) => name);

/** The head follows the mapping as the user has changed it. */
const shownInspection = ({ inspection, mapping }: Extract<FileState, { inspection: unknown }>) => ({ ...inspection, mapping });

const asks = (state: FileState): boolean =>
  state.at === 'mapped' && (state.trial.at === 'refused' || columnQuestions(state.mapping, state.inspection.evidence).some((question) => !isAnswered(question)));

function FileBody({ file, flow, actions, onOwners, onBatches, onAttainment }: ImportTabProps & { readonly file: ImportFile }) {
  const { t } = useMessages();
  const ledger = useLedger();
  const { run } = useTask();
  const { state, token: { token, name } } = file;
  if (state.at === 'queued' || state.at === 'inspecting') return <Panel title={t('imports.mapping')} className={styles['main']!}><p className={styles['waiting']} aria-live="polite">{t('imports.inspecting', { name })}…</p></Panel>;
  if (state.at === 'refused') {
    return (
      <Panel title={t(state.issue.code === 'file.onlyHidden' ? 'imports.sheetChoose' : 'imports.fileRefused')} className={styles['main']!}>
        <FileRefusal name={name} issue={state.issue} action={<>{canRetake(state.issue.code) && <RetakeButton onRetake={() => actions.retake(file.token)} />}<ChooseButton label={t('imports.chooseOther')} onChoose={actions.choose} /></>} />
      </Panel>
    );
  }
  const onExport = () => run('export', () => exportRejected(t, ledger, file.token, name, state.mapping));
  const next = nextFile(flow);
  return (
    <>
      {state.at === 'committed' ? (
        <ReportPanel
          file={state}
          name={name}
          steps={{ onAttainment, onBatches, onOwners, onExport, onMore: actions.choose, otherSheets: otherSheets(file).map((sheet) => ({ name: sheet, onOpen: () => actions.lookAt(token, { sheet, headerLine: null }) })), next: next && { name: next.token.name, onOpen: () => actions.select(next.token.token) } }}
        />
      ) : (
        <MappingPanel file={state} onMap={(mapping) => actions.map(token, mapping)} onReadAs={(object) => actions.readAs(token, object)} />
      )}
      <TrialSide name={name} file={state} onExport={onExport} onOwners={onOwners} onRetry={() => actions.map(token, state.mapping)} onRetake={() => actions.retake(file.token)} onMap={(mapping) => actions.map(token, mapping)} />
    </>
  );
}

function ChooseButton({ label, filled = false, onChoose }: { readonly label: string; readonly filled?: boolean; readonly onChoose: () => void }) {
  return <Button variant={filled ? 'filled' : 'default'} leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} onClick={onChoose}>{label}</Button>;
}
