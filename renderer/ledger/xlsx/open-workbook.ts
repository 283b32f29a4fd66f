import type { FileIssue } from '@shared/contracts/import-run';
import type { Result } from '@shared/kernel/result';
import type { ByteSource } from '../csv/byte-source';
import type { Workbook } from './workbook';
import { orFault } from './workbook-fault';

/** Opens a workbook by its format; the readers are fetched when the first workbook is. */
export function openWorkbook(source: ByteSource, kind: 'xlsx' | 'xls'): Promise<Result<Workbook, FileIssue>> {
  return orFault(async () => {
    if (kind === 'xls') return (await import('./open-xls')).openXls(source);
    return (await import('./open-xlsx')).openXlsx(source);
  });
}
