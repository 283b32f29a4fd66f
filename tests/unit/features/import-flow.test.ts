import type { DryRun, SourceInspection } from '@shared/contracts/import-run';
import type { FileToken } from '@shared/contracts/headless-command';
import { err, ok } from '@shared/kernel/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportEvent, type ImportFlow, currentFile, emptyFlow, importFlow, isCommitting, nextFile } from '@renderer/features/data/import-flow';

const token = (id: string): FileToken => ({ token: id, name: `${id}.csv`, bytes: 10 });

const inspection: SourceInspection = {
  fileName: 'a.csv',
  bytes: 10,
  rows: 3,
  mapping: { object: 'orders', source: 'plain', encoding: 'utf-8', delimiter: ',', headerLine: 1, sheet: null, columns: [], countedStatuses: null, wonStages: [], lostStages: [], footer: false, taxBasis: null, rates: [], fiscalYear: null, moves: [] },
  evidence: [],
  preset: null,
  fromProfile: false,
  workbook: null,
};

const dryRun = (runId: string): DryRun => ({
  runId, object: 'orders', rows: 3, added: 2, changed: 0, unchanged: 1, rejected: 0, issues: [], totals: [], months: [], unmatchedOwners: [], signedMonths: [], departments: [], leftOut: 0, otherTaxBases: [],
});

const play = (events: ImportEvent[], from: ImportFlow = emptyFlow): ImportFlow => events.reduce(importFlow, from);

const chosen: ImportEvent[] = [{ type: 'filesChosen', files: [token('a'), token('b')] }];
const inspected: ImportEvent[] = [...chosen, { type: 'inspectStarted', token: 'a' }, { type: 'inspected', token: 'a', result: ok(inspection) }];
const tried: ImportEvent[] = [
  ...inspected,
  { type: 'trialStarted', token: 'a', attempt: 1 },
  { type: 'trialEnded', token: 'a', attempt: 1, result: ok(dryRun('run-1')), tookMs: 800 },
];
const committing: ImportEvent[] = [...tried, { type: 'commitStarted', token: 'a' }];

const stateOf = (flow: ImportFlow, id: string) => flow.files.find((file) => file.token.token === id)?.state;

describe('import flow', () => {
  it('takes several chosen files in turn, the first one in hand', () => {
    const flow = play(chosen);
    expect(currentFile(flow)?.token.token).toBe('a');
    expect(flow.files.map((file) => file.state.at)).toEqual(['queued', 'queued']);
    expect(nextFile(flow)?.token.token).toBe('b');
  });

  it('takes a file up again where it was, under its new token: as the same kind of content, looked at afresh', () => {
    const again = token('a2');
    const gone = play([...inspected, { type: 'trialStarted', token: 'a', attempt: 1 }, { type: 'trialEnded', token: 'a', attempt: 1, result: err({ code: 'file.changed', detail: '', line: null }), tookMs: 1 }]);
    const flow = importFlow(gone, { type: 'fileRetaken', token: 'a', file: again });
    expect(currentFile(flow)).toMatchObject({ token: again, state: { at: 'queued', as: 'orders', place: null } });
    expect(flow.files.map((file) => file.token.token)).toEqual(['a2', 'b']);
    const refused = play([...chosen, { type: 'inspectStarted', token: 'a' }, { type: 'inspected', token: 'a', result: err({ code: 'file.locked', detail: '', line: null }) }, { type: 'fileRetaken', token: 'a', file: again }]);
    expect(currentFile(refused)).toMatchObject({ token: again, state: { at: 'queued', as: null } });
    const busy = play([...committing, { type: 'fileRetaken', token: 'a', file: again }]);
    expect(isCommitting(busy) && currentFile(busy)?.token.token).toBe('a');
  });

  it('tries a file as soon as it is recognised, and again after every change of the mapping', () => {
    expect(stateOf(play(inspected), 'a')).toMatchObject({ at: 'mapped', trial: { at: 'due' } });
    const changed = play([...tried, { type: 'mappingChanged', token: 'a', mapping: { ...inspection.mapping, delimiter: ';' } }]);
    expect(stateOf(changed, 'a')).toMatchObject({ at: 'mapped', trial: { at: 'due' }, mapping: { delimiter: ';' }, lastDryRun: { runId: 'run-1' } });
  });

  it('looks again at refused files and untouched proposals when sources change, never at a mapping made by hand', () => {
    expect(stateOf(play([...tried, { type: 'sourcesChanged' }]), 'a')).toEqual({ at: 'queued', as: null, place: null });
    const refused = play([...chosen, { type: 'inspectStarted', token: 'a' }, { type: 'inspected', token: 'a', result: err({ code: 'file.missingField', detail: '', line: 1 }) }, { type: 'sourcesChanged' }]);
    expect(stateOf(refused, 'a')).toMatchObject({ at: 'queued' });
    const byHand = { ...inspection.mapping, delimiter: ';' } as const;
    expect(stateOf(play([...tried, { type: 'mappingChanged', token: 'a', mapping: byHand }, { type: 'sourcesChanged' }]), 'a')).toMatchObject({ at: 'mapped', mapping: byHand });
    expect(stateOf(play([...committing, { type: 'sourcesChanged' }]), 'a')).toMatchObject({ at: 'committing' });
  });

  it('ignores the answer of a dry run whose mapping has been changed meanwhile', () => {
    const flow = play([
      ...inspected,
      { type: 'trialStarted', token: 'a', attempt: 1 },
      { type: 'mappingChanged', token: 'a', mapping: inspection.mapping },
      { type: 'trialStarted', token: 'a', attempt: 2 },
      { type: 'trialEnded', token: 'a', attempt: 1, result: ok(dryRun('old')), tookMs: 1 },
    ]);
    expect(stateOf(flow, 'a')).toMatchObject({ at: 'mapped', trial: { at: 'running', attempt: 2 } });
  });

  it('names a file that cannot be read and lets the next one go on', () => {
    const flow = play([...chosen, { type: 'inspectStarted', token: 'a' }, { type: 'inspected', token: 'a', result: err({ code: 'file.utf16', detail: '', line: null }) }]);
    expect(stateOf(flow, 'a')).toEqual({ at: 'refused', issue: { code: 'file.utf16', detail: '', line: null } });
    expect(nextFile(flow)?.token.token).toBe('b');
  });

  it('looks again where the user points in a workbook, also after the file was refused or one sheet was written', () => {
    const place = { sheet: 'Returns', headerLine: 3 };
    const refused = play([...chosen, { type: 'inspectStarted', token: 'a' }, { type: 'inspected', token: 'a', result: err({ code: 'file.onlyHidden', detail: 'Returns', line: null }) }]);
    const sheet = { name: 'Orders', dateSystem: '1900' as const };
    const written = play([...committing, { type: 'commitEnded', token: 'a', result: ok({ batchId: 'x' }), tookMs: 3 }]);
    for (const flow of [play(inspected), refused, written]) expect(stateOf(play([{ type: 'placeChosen', token: 'a', place }], flow), 'a')).toEqual({ at: 'queued', as: null, place });
    const fromSheet = committing.map((event): ImportEvent => (event.type === 'inspected' ? { ...event, result: ok({ ...inspection, mapping: { ...inspection.mapping, sheet } }) } : event));
    expect(play([...fromSheet, { type: 'commitEnded', token: 'a', result: ok({ batchId: 'x' }), tookMs: 3 }]).files.find(({ token: { token: id } }) => id === 'a')?.done).toEqual(['Orders']);
  });

  it('cannot commit before a dry run of the present mapping has ended', () => {
    const flow = play([...inspected, { type: 'commitStarted', token: 'a' }]);
    expect(isCommitting(flow)).toBe(false);
  });

  it('keeps hold of the file while it is being written: no other can be taken, removed or chosen', () => {
    const flow = play([...committing, { type: 'fileSelected', token: 'b' }, { type: 'fileRemoved', token: 'a' }, { type: 'filesChosen', files: [token('c')] }]);
    expect(flow.current).toBe('a');
    expect(flow.files).toHaveLength(2);
    expect(isCommitting(flow)).toBe(true);
  });

  it('keeps the run when the source file could not be stored, so that it can be tried at once again', () => {
    const flow = play([...committing, { type: 'commitEnded', token: 'a', result: err('file.diskFull'), tookMs: 5 }]);
    expect(stateOf(flow, 'a')).toMatchObject({ at: 'mapped', failure: 'file.diskFull', trial: { at: 'done', dryRun: { runId: 'run-1' } } });
  });

  it.each(['import.cancelled', 'import.stale', 'import.unknownRun'] as const)('goes back to a fresh dry run after %s, with the reason', (code) => {
    const flow = play([...committing, { type: 'commitEnded', token: 'a', result: err(code), tookMs: 5 }]);
    expect(stateOf(flow, 'a')).toMatchObject({ at: 'mapped', failure: code, trial: { at: 'due' } });
  });

  it('ends a commit in a report and has the files that wait compared again with what now stands', () => {
    const bothTried: ImportEvent[] = [
      ...tried,
      { type: 'fileSelected', token: 'b' },
      { type: 'inspectStarted', token: 'b' },
      { type: 'inspected', token: 'b', result: ok(inspection) },
      { type: 'trialStarted', token: 'b', attempt: 2 },
      { type: 'trialEnded', token: 'b', attempt: 2, result: ok(dryRun('run-2')), tookMs: 1 },
      { type: 'commitStarted', token: 'b' },
      { type: 'commitEnded', token: 'b', result: ok({ batchId: 'batch-1' }), tookMs: 3 },
    ];
    const flow = play(bothTried);
    expect(stateOf(flow, 'b')).toMatchObject({ at: 'committed', batchId: 'batch-1' });
    expect(stateOf(flow, 'a')).toMatchObject({ at: 'mapped', trial: { at: 'due' } });
    expect(nextFile(flow)?.token.token).toBe('a');
  });

  it('makes room for newly chosen files but drops none that still waits', () => {
    const done = play([...committing, { type: 'commitEnded', token: 'a', result: ok({ batchId: 'x' }), tookMs: 3 }]);
    const flow = play([{ type: 'filesChosen', files: [token('c')] }], done);
    expect(flow.files.map((file) => file.token.token)).toEqual(['b', 'c']);
  });

  it('always has a current file while there are files, whatever happens in whatever order', () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    const event: fc.Arbitrary<ImportEvent> = fc.oneof(
      ids.map((id): ImportEvent => ({ type: 'filesChosen', files: [token(id + id)] })),
      ids.map((id): ImportEvent => ({ type: 'fileSelected', token: id })),
      ids.map((id): ImportEvent => ({ type: 'fileRemoved', token: id })),
      ids.map((id): ImportEvent => ({ type: 'inspectStarted', token: id })),
      ids.map((id): ImportEvent => ({ type: 'inspected', token: id, result: ok(inspection) })),
      fc.tuple(ids, fc.nat(2)).map(([id, attempt]): ImportEvent => ({ type: 'trialStarted', token: id, attempt })),
      fc.tuple(ids, fc.nat(2)).map(([id, attempt]): ImportEvent => ({ type: 'trialEnded', token: id, attempt, result: ok(dryRun(id)), tookMs: 1 })),
      ids.map((id): ImportEvent => ({ type: 'commitStarted', token: id })),
      ids.map((id): ImportEvent => ({ type: 'commitEnded', token: id, result: ok({ batchId: id }), tookMs: 1 })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const flow = play([{ type: 'filesChosen', files: [token('a'), token('b'), token('c')] }, ...events]);
        expect(currentFile(flow) !== null).toBe(flow.files.length > 0);
        expect(flow.files.filter((file) => file.state.at === 'committing').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
