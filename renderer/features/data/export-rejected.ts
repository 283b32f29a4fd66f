import type { DryRun } from '@shared/contracts/import-run';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { codeKey } from '@shared/messages/message-key';
import type { Result } from '@shared/kernel/result';
import type { Translate } from '@renderer/i18n/i18n';
import { call } from '@renderer/platform/workbench';
import { exactDecimal } from './exact-decimal';
import { writeCsv } from '@renderer/i18n/write-csv';

/** The listed rejected rows as a CSV: where (with the sheet, in a workbook), why, the text in question and the row's amount in yuan. */
export function rejectedRowsCsv(t: Translate, dryRun: DryRun, sheet: string | null): Uint8Array<ArrayBuffer> {
  const header = [...(sheet === null ? [] : [t('imports.colSheet')]), t('imports.colLine'), t('imports.colColumn'), t('imports.colHeader'), t('imports.colReason'), t('imports.colDetail'), t('imports.colAmount')];
  const rows = dryRun.issues.map(({ line, column, header: name, code, detail, amountFen }) => [
    ...(sheet === null ? [] : [sheet]), line, column, name, t(codeKey('issues', code), { detail }), detail, amountFen === null ? '' : plainYuan(amountFen),
  ]);
  return writeCsv(header, rows);
}

/** As a spreadsheet reads it: no separators, an ASCII minus. */
const plainYuan = (amountFen: number): string => exactDecimal(BigInt(amountFen) * 100n, 2).replaceAll(',', '').replace('\u2212', '-');

/** Asks where to put the rejected rows; false when the user cancels. */
export async function exportRejected(t: Translate, fileName: string, dryRun: DryRun, sheet: string | null): Promise<Result<{ saved: boolean }, CallFailure>> {
  const suggestedName = t('imports.rejectedFile', { name: fileName.replace(/\.[^.]+$/, '').slice(0, 150) });
  return call('file.save', { suggestedName, bytes: rejectedRowsCsv(t, dryRun, sheet) });
}
