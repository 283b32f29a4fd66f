import type { FileToken } from '@shared/contracts/headless-command';
import type { DryRun, FileIssue, ImportProgress, SheetPlace, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import type { CallFailureCode } from '@shared/contracts/workbench-calls';
import type { Result } from '@shared/kernel/result';
import { assertNever } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';

/** Why a commit did not happen: the ledger's own reasons, or the shell could not keep the source file. */
export type CommitFailureCode = 'import.cancelled' | 'import.unknownRun' | 'import.stale' | CallFailureCode;

/** The dry run of the mapping as it stands now. `attempt` tells a late answer of an older mapping from this one's. */
export type Trial =
  | { readonly at: 'due' }
  | { readonly at: 'running'; readonly attempt: number; readonly progress: ImportProgress | null }
  | { readonly at: 'done'; readonly dryRun: DryRun; readonly tookMs: number }
  | { readonly at: 'refused'; readonly issue: FileIssue };

interface Inspected {
  readonly inspection: SourceInspection;
  readonly mapping: SourceMapping;
}

export interface MappedFile extends Inspected {
  readonly at: 'mapped';
  readonly trial: Trial;
  /** The last finished dry run, kept on screen (greyed) while the next one runs. */
  readonly lastDryRun: DryRun | null;
  readonly failure: CommitFailureCode | null;
}

export interface CommittingFile extends Inspected {
  readonly at: 'committing';
  readonly dryRun: DryRun;
  readonly tookMs: number;
  readonly progress: ImportProgress | null;
  readonly cancelling: boolean;
}

export interface CommittedFile extends Inspected {
  readonly at: 'committed';
  readonly dryRun: DryRun;
  readonly batchId: string;
  readonly tookMs: number;
}

export type FileState =
  /** `place` = the sheet and header row that the user chose in a workbook. */
  | { readonly at: 'queued'; readonly as: ImportObject | null; readonly place: SheetPlace | null }
  | { readonly at: 'inspecting'; readonly as: ImportObject | null; readonly place: SheetPlace | null }
  | { readonly at: 'refused'; readonly issue: FileIssue }
  | MappedFile
  | CommittingFile
  | CommittedFile;

export interface ImportFile {
  readonly token: FileToken;
  readonly state: FileState;
  /** Sheets of a workbook that have been written already. */
  readonly done: readonly string[];
}

/** Files chosen together; one is in hand, the others wait. Nothing here is written anywhere: it is a draft until commit. */
export interface ImportFlow {
  readonly files: readonly ImportFile[];
  readonly current: string | null;
}

export const emptyFlow: ImportFlow = { files: [], current: null };

export type ImportEvent =
  | { type: 'filesChosen'; files: readonly FileToken[] }
  | { type: 'fileSelected'; token: string }
  | { type: 'fileRemoved'; token: string }
  /** The same file, opened again as it is now. */
  | { type: 'fileRetaken'; token: string; file: FileToken }
  | { type: 'objectChosen'; token: string; object: ImportObject }
  | { type: 'placeChosen'; token: string; place: SheetPlace }
  | { type: 'inspectStarted'; token: string }
  | { type: 'inspected'; token: string; result: Result<SourceInspection, FileIssue> }
  | { type: 'mappingChanged'; token: string; mapping: SourceMapping }
  | { type: 'trialStarted'; token: string; attempt: number }
  | { type: 'trialProgressed'; token: string; attempt: number; progress: ImportProgress }
  | { type: 'trialEnded'; token: string; attempt: number; result: Result<DryRun, FileIssue>; tookMs: number }
  | { type: 'commitStarted'; token: string }
  | { type: 'commitProgressed'; token: string; progress: ImportProgress }
  | { type: 'cancelAsked'; token: string }
  | { type: 'commitEnded'; token: string; result: Result<{ batchId: string }, CommitFailureCode>; tookMs: number }
  /** Something else was written: what a dry run compared with is no longer what stands. */
  | { type: 'workspaceChanged' }
  /** Presets or remembered mappings have changed: files would be recognised otherwise. */
  | { type: 'sourcesChanged' };

const DUE: Trial = { at: 'due' };

/** The next state of the import screen. Pure; an event that does not fit the file's state (a late answer) changes nothing. */
export function importFlow(flow: ImportFlow, event: ImportEvent): ImportFlow {
  switch (event.type) {
    case 'filesChosen':
      return chooseFiles(flow, event.files);
    case 'fileSelected':
      return isCommitting(flow) || !flow.files.some((file) => file.token.token === event.token) ? flow : { ...flow, current: event.token };
    case 'fileRemoved':
      return removeFile(flow, event.token);
    case 'fileRetaken':
      return retakeFile(flow, event.token, event.file);
    case 'workspaceChanged':
      return { ...flow, files: flow.files.map((file) => ({ ...file, state: withTrialDue(file.state) })) };
    case 'sourcesChanged':
      return { ...flow, files: flow.files.map((file) => ({ ...file, state: withSecondLook(file.state) })) };
    case 'commitEnded':
      return endCommit(flow, event);
    default:
      return withState(flow, event.token, (state) => fileState(state, event));
  }
}

export const currentFile = (flow: ImportFlow): ImportFile | null => flow.files.find((file) => file.token.token === flow.current) ?? null;

/** The file that comes after this one in the queue and is not yet settled; null when all are. */
export function nextFile(flow: ImportFlow): ImportFile | null {
  const at = flow.files.findIndex((file) => file.token.token === flow.current);
  const inTurn = [...flow.files.slice(at + 1), ...flow.files.slice(0, Math.max(at, 0))];
  return inTurn.find((file) => file.state.at === 'queued' || file.state.at === 'mapped') ?? null;
}

export const isCommitting = (flow: ImportFlow): boolean => flow.files.some((file) => file.state.at === 'committing');

function chooseFiles(flow: ImportFlow, chosen: readonly FileToken[]): ImportFlow {
  if (chosen.length === 0 || isCommitting(flow)) return flow;
  const files = chosen.map((token): ImportFile => ({ token, state: { at: 'queued', as: null, place: null }, done: [] }));
  // Settled files make room; what still waits for an answer stays in the queue.
  const waiting = flow.files.filter((file) => file.state.at !== 'committed' && file.state.at !== 'refused');
  return { files: [...waiting, ...files], current: waiting.some((file) => file.token.token === flow.current) ? flow.current : files[0]!.token.token };
}

function removeFile(flow: ImportFlow, token: string): ImportFlow {
  const at = flow.files.findIndex((file) => file.token.token === token);
  if (at < 0 || flow.files[at]!.state.at === 'committing') return flow;
  const files = flow.files.filter((file) => file.token.token !== token);
  const next = files[Math.min(at, files.length - 1)]?.token.token ?? null;
  return { files, current: flow.current === token ? next : flow.current };
}

/** It is looked at afresh, as the same kind of content and in the same place of a workbook. */
function retakeFile(flow: ImportFlow, token: string, again: FileToken): ImportFlow {
  const files = flow.files.map((file): ImportFile => {
    const { state } = file;
    if (file.token.token !== token || (state.at !== 'mapped' && state.at !== 'refused')) return file;
    return { ...file, token: again, state: { at: 'queued', as: state.at === 'mapped' ? state.mapping.object : null, place: placeOf(state) } };
  });
  const taken = files.some((file) => file.token === again);
  return taken ? { files, current: flow.current === token ? again.token : flow.current } : flow;
}

type EndedCommit = Extract<ImportEvent, { type: 'commitEnded' }>;

function endCommit(flow: ImportFlow, event: EndedCommit): ImportFlow {
  const ended = withState(flow, event.token, (state) => {
    if (state.at !== 'committing') return state;
    const { inspection, mapping, dryRun } = state;
    if (event.result.ok) return { at: 'committed', inspection, mapping, dryRun, batchId: event.result.value.batchId, tookMs: event.tookMs };
    // A run cancelled before it began to write is unknown to the ledger.
    const failure = state.cancelling && event.result.error === 'import.unknownRun' ? 'import.cancelled' : event.result.error;
    // A run that the ledger has dropped must be tried again; a file that could not be kept leaves the run as it was.
    const dropped = failure === 'import.cancelled' || failure === 'import.stale' || failure === 'import.unknownRun';
    return { at: 'mapped', inspection, mapping, trial: dropped ? DUE : { at: 'done', dryRun, tookMs: state.tookMs }, lastDryRun: dryRun, failure };
  });
  if (!event.result.ok) return ended;
  // What the waiting files were compared with has changed.
  return importFlow({ ...ended, files: ended.files.map((file) => (file.token.token === event.token ? withSheetDone(file) : file)) }, { type: 'workspaceChanged' });
}

function withSheetDone(file: ImportFile): ImportFile {
  const sheet = file.state.at === 'committed' ? file.state.mapping.sheet : null;
  return sheet === null ? file : { ...file, done: [...file.done, sheet.name] };
}

type FileEvent = Exclude<ImportEvent, EndedCommit | { type: 'filesChosen' | 'fileSelected' | 'fileRemoved' | 'fileRetaken' | 'workspaceChanged' | 'sourcesChanged' }>;

function fileState(state: FileState, event: FileEvent): FileState {
  switch (event.type) {
    case 'objectChosen':
      return state.at === 'mapped' || state.at === 'refused' ? { at: 'queued', as: event.object, place: placeOf(state) } : state;
    case 'placeChosen':
      return state.at === 'mapped' || state.at === 'refused' || state.at === 'committed' ? { at: 'queued', as: null, place: event.place } : state;
    case 'inspectStarted':
      return state.at === 'queued' ? { ...state, at: 'inspecting' } : state;
    case 'inspected':
      if (state.at !== 'inspecting') return state;
      if (!event.result.ok) return { at: 'refused', issue: event.result.error };
      return { at: 'mapped', inspection: event.result.value, mapping: event.result.value.mapping, trial: DUE, lastDryRun: null, failure: null };
    case 'mappingChanged':
      return state.at === 'mapped' ? { ...state, mapping: event.mapping, trial: DUE, failure: null } : state;
    case 'trialStarted':
      return state.at === 'mapped' && state.trial.at === 'due' ? { ...state, trial: { at: 'running', attempt: event.attempt, progress: null } } : state;
    case 'trialProgressed':
      return runs(state, event.attempt) ? { ...state, trial: { at: 'running', attempt: event.attempt, progress: event.progress } } : state;
    case 'trialEnded':
      return runs(state, event.attempt) ? withTrialEnded(state, event.result, event.tookMs) : state;
    case 'commitStarted':
      return state.at === 'mapped' && state.trial.at === 'done' ? committing(state, state.trial) : state;
    case 'commitProgressed':
      return state.at === 'committing' ? { ...state, progress: event.progress } : state;
    case 'cancelAsked':
      return state.at === 'committing' ? { ...state, cancelling: true } : state;
    default:
      return assertNever(event);
  }
}

/** Read as something else, a workbook is looked at in the same place. */
function placeOf(state: MappedFile | Extract<FileState, { at: 'refused' }>): SheetPlace | null {
  const workbook = state.at === 'mapped' ? state.inspection.workbook : (state.issue.workbook ?? null);
  const sheet = workbook?.sheets.find(({ name }) => name === workbook.sheet);
  return sheet === undefined ? null : { sheet: sheet.name, headerLine: sheet.headerReason === 'chosen' ? sheet.headerLine : null };
}

function runs(state: FileState, attempt: number): state is MappedFile {
  return state.at === 'mapped' && state.trial.at === 'running' && state.trial.attempt === attempt;
}

function withTrialEnded(state: MappedFile, result: Result<DryRun, FileIssue>, tookMs: number): MappedFile {
  if (!result.ok) return { ...state, trial: { at: 'refused', issue: result.error }, lastDryRun: null };
  return { ...state, trial: { at: 'done', dryRun: result.value, tookMs }, lastDryRun: result.value };
}

function committing(state: MappedFile, trial: Extract<Trial, { at: 'done' }>): CommittingFile {
  const { inspection, mapping } = state;
  return { at: 'committing', inspection, mapping, dryRun: trial.dryRun, tookMs: trial.tookMs, progress: null, cancelling: false };
}

function withTrialDue(state: FileState): FileState {
  return state.at === 'mapped' && state.trial.at !== 'due' ? { ...state, trial: DUE } : state;
}

/** Refused files, and those whose mapping is still the one proposed, are looked at again in the same place. */
function withSecondLook(state: FileState): FileState {
  const isProposed = state.at === 'mapped' && state.mapping === state.inspection.mapping;
  return state.at === 'refused' || isProposed ? { at: 'queued', as: null, place: placeOf(state) } : state;
}

function withState(flow: ImportFlow, token: string, change: (state: FileState) => FileState): ImportFlow {
  let changed = false;
  const files = flow.files.map((file) => {
    if (file.token.token !== token) return file;
    const state = change(file.state);
    changed ||= state !== file.state;
    return { ...file, state };
  });
  return changed ? { ...flow, files } : flow;
}
