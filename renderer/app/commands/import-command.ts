import type { FileToken, HeadlessCommand } from '@shared/contracts/headless-command';
import type { DryRun, FileIssue, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ColumnTotal } from '@shared/records/import-batch';
import { columnsOf, hasColumn, withAnswers } from '@shared/domain/imports/given-answers';
import { codeKey } from '@shared/messages/message-key';
import { drainJournal } from '@renderer/data/journal';
import { readSettings, setUpWorkspace } from '@renderer/data/settings';
import { textOf } from '@renderer/i18n/i18n';
import { takeCopy } from '@renderer/ledger/backup/take-copy';
import { call } from '@renderer/platform/workbench';
import { callRefusal } from './call-refusal';
import type { CommandDesk } from './command-desk';
import { exactAmount } from './exact-amount';

type ImportRequest = Extract<HeadlessCommand, { name: 'import' }>;

/** What one file came to: counts, reasons, and exact totals beside what was booked. */
interface ImportedFile {
  readonly file: string;
  readonly object: string;
  readonly source: string;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Lines after the data that are none. */
  readonly leftOut: number;
  readonly reasons: { readonly line: number; readonly column: string; readonly header: string; readonly code: string; readonly detail: string }[];
  /** People whose department differs and who stay where they were, since no `--moves` says what it means. */
  readonly undecidedMoves: { readonly name: string; readonly from: string; readonly to: string }[];
  readonly totals: { readonly column: string; readonly field: string; readonly source: string; readonly booked: string; readonly difference: string }[];
}

/**
 * Imports files as the Data page does, without questions: what was not answered beforehand is rejected, never guessed. Every file is
 * looked at first; if one of them cannot be read at all, nothing is imported and the reason names it.
 */
export async function importCommand(desk: CommandDesk, { files, as, moves, answers }: ImportRequest): Promise<Result<ImportedFile[], string>> {
  const inspected: { file: FileToken; inspection: SourceInspection }[] = [];
  for (const file of files) {
    const inspection = await desk.ledger.inspect(file, as);
    if (!inspection.ok) return err(refusal(desk, file, inspection.error));
    inspected.push({ file, inspection: { ...inspection.value, mapping: withAnswers(inspection.value.mapping, answers) } });
  }
  const unheardOf = columnsOf(answers).find((column) => !inspected.some(({ inspection }) => hasColumn(inspection.mapping, column)));
  if (unheardOf !== undefined) return err(desk.t('questions.answerNoColumn', { word: unheardOf }));
  if (await readSettings(desk.workspace)) {
    const copied = await takeCopy(desk.workspace, desk.ledger, { reason: 'import', to: 'snapshots', passphrase: null });
    if (!copied.ok) return err(callRefusal(desk, copied.error));
  } else {
    // Nobody is there to choose templates, and without one a pack has no person to show.
    await setUpWorkspace(desk.workspace, { organisation: desk.folder.name, actor: desk.t('start.commandActor'), currency: 'CNY', fiscalYearStartMonth: 1, fixedToday: null, sample: false }, desk.language);
  }
  const imported: ImportedFile[] = [];
  for (const { file, inspection } of inspected) {
    const one = await importFile(desk, file, inspection, moves);
    if (!one.ok) return one;
    imported.push(one.value);
  }
  return ok(imported);
}

async function importFile(desk: CommandDesk, file: FileToken, { mapping }: SourceInspection, moves: ImportRequest['moves']): Promise<Result<ImportedFile, string>> {
  const run = await tryOut(desk, file, mapping, moves);
  if (!run.ok) return err(refusal(desk, file, run.error));
  const kept = await call('source.keep', { token: file.token });
  if (!kept.ok) return err(`${file.name}: ${desk.t(codeKey('calls', kept.error.code))}`);
  const committed = await desk.ledger.commitImport({ runId: run.value.runId, sha256: kept.value.sha256 }, unheard);
  if (!committed.ok) return err(`${file.name}: ${desk.t(codeKey('issues', committed.error))}`);
  const drained = await drainJournal(desk.workspace);
  if (!drained.ok) return err(`${file.name}: ${desk.t(codeKey('calls', drained.error.code))}`);
  return ok(report(file, mapping.source, run.value, moves));
}

/** People who changed their department without a date are decided all alike, once it is known who they are. */
async function tryOut({ ledger }: CommandDesk, file: FileToken, mapping: SourceMapping, moves: ImportRequest['moves']): Promise<Result<DryRun, FileIssue>> {
  const run = await ledger.dryRun(file, mapping, unheard);
  if (!run.ok || moves === null || run.value.departments.length === 0) return run;
  return ledger.dryRun(file, { ...mapping, moves: run.value.departments.map(({ personId }) => ({ personId, from: moves })) }, unheard);
}

/** Nobody watches the progress of a command. */
const unheard = (): void => undefined;

function refusal({ t, language }: CommandDesk, file: FileToken, issue: FileIssue): string {
  const reason = textOf(language, codeKey('issues', issue.code), { detail: issue.detail });
  return issue.line === null ? `${file.name}: ${reason}` : `${file.name}: ${t('issues.atLine', { line: issue.line })}: ${reason}`;
}

function report(file: FileToken, source: string, run: DryRun, moves: ImportRequest['moves']): ImportedFile {
  return {
    file: file.name,
    object: run.object,
    source,
    rows: run.rows,
    new: run.added,
    changed: run.changed,
    unchanged: run.unchanged,
    rejected: run.rejected,
    leftOut: run.leftOut,
    reasons: run.issues.map(({ line, column, header, code, detail }) => ({ line, column, header, code, detail })),
    undecidedMoves: moves === null ? run.departments.map(({ name, from, to }) => ({ name, from, to })) : [],
    totals: run.totals.map(totalOf),
  };
}

/** Money is booked in 分, a hundredth; the file is totalled in 1/10,000. */
function totalOf({ field, column, sourceTotal, bookedTotal, unit }: ColumnTotal): ImportedFile['totals'][number] {
  const source = BigInt(sourceTotal);
  const booked = BigInt(bookedTotal) * (unit === 'money' ? 100n : 1n);
  return { column, field, source: exactAmount(source), booked: exactAmount(booked), difference: exactAmount(source - booked) };
}
