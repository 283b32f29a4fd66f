import { describe, expect, test } from 'vitest';
import { callFailureCodes } from '@shared/contracts/workbench-calls';
import { calls } from '@shared/messages/zh-CN/calls';
import { recovery } from '@shared/messages/zh-CN/recovery';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import { translatorFor } from '@renderer/i18n/i18n';
import { reasonText, recommendedWay } from '@renderer/features/recovery/reason-text';

const detail = 'technical';
const failures: ReconcileFailure[] = [
  { code: 'journal.lost', seq: 3, recordedSeq: 9, detail },
  { code: 'journal.counts', seq: 3, table: 'customers', found: 1, recorded: 5, detail },
  { code: 'journal.diverged', seq: 3, detail },
  { code: 'journal.mismatch', seq: 3, detail },
  { code: 'journal.importLost', seq: 3, file: 'may.csv', detail },
  { code: 'database.unreadable', detail },
  { code: 'recovery.trouble', trouble: 'workspace.unreadable', detail },
  { code: 'recovery.trouble', trouble: 'keep.lowDisk', detail },
  ...callFailureCodes.map((code) => ({ code, detail })),
];

describe('every reason for which a workspace stays shut', () => {
  test.each(['zh-CN', 'en'] as const)('is told in plain words, without codes, gaps or technical detail, in %s', (language) => {
    for (const failure of failures) {
      const text = reasonText(translatorFor(language), failure);
      expect(text).not.toMatch(/\{\{|technical|recovery\.|calls\.|undefined/);
      expect(text.length).toBeGreaterThan(12);
    }
  });

  test('names what is missing', () => {
    const t = translatorFor('zh-CN');
    expect(reasonText(t, failures[0]!)).toMatch(/3.*9/);
    expect(reasonText(t, failures[1]!)).toMatch(/客户.*1.*5/);
    expect(reasonText(t, failures[4]!)).toContain('may.csv');
    expect(reasonText(t, { code: 'journal.write', detail })).toContain(calls.journal_write);
  });

  test('lost content is rebuilt, a damaged journal is written anew from the database, and what only lacks room is tried again', () => {
    expect(failures.slice(0, 6).map(recommendedWay)).toEqual(Array.from({ length: 6 }, () => 'rebuild'));
    expect(failures.slice(6, 8).map(recommendedWay)).toEqual(['rewriteJournal', 'tryAgain']);
    expect(reasonText(translatorFor('zh-CN'), { code: 'file.diskFull', detail })).toBe(recovery.reason_lowDisk);
    expect(recommendedWay({ code: 'file.diskFull', detail })).toBe('tryAgain');
  });
});
