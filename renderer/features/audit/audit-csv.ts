import { localDayOf } from '@shared/kernel/day';
import { writeCsv } from '@renderer/i18n/write-csv';
import type { Translate } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';
import type { ChangeLabel } from '@shared/records/change-set';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { tableName } from './change-lines';
import { type DetailRow, readRows } from './read-detail';
import type { AuditEntry } from './scan-change-sets';

export interface CsvWords {
  readonly t: Translate;
  readonly formats: Formats;
  readonly nameOf: (label: ChangeLabel) => string;
}

const PIECE = 100;

/** The filtered list as a CSV: a line per changed field, one for a change-set that changed none. */
export async function auditCsv(db: WorkbenchDatabase, entries: readonly AuditEntry[], { t, formats, nameOf }: CsvWords): Promise<Uint8Array<ArrayBuffer>> {
  const header = [t('audit.colSeq'), t('audit.colWhen'), t('audit.colWho'), t('audit.colKind'), t('audit.colWhat'), t('audit.table'), t('audit.row'), t('audit.changed'), t('audit.field'), t('audit.before'), t('audit.after'), t('audit.undoneByShort')];
  const lines: (string | number)[][] = [];
  for (let from = 0; from < entries.length; from += PIECE) {
    const piece = entries.slice(from, from + PIECE);
    const stored = await db.changeSets.bulkGet(piece.map(({ seq }) => seq));
    for (const [index, entry] of piece.entries()) {
      const head = [entry.seq, `${localDayOf(Date.parse(entry.at))} ${formats.time(entry.at)}`, entry.actor, t(`audit.kind_${entry.kind}`), nameOf(entry.label)];
      const tail = entry.undoneBy === null ? '' : t('audit.undoneBy', { seq: entry.undoneBy });
      const rows = await readRows(db, stored[index]?.changes ?? [], { t, formats });
      const cells = rows.flatMap((row) => cellsOf(row, t));
      for (const each of cells.length === 0 ? [['', '', '', '', '', '']] : cells) lines.push([...head, ...each, tail]);
    }
  }
  return writeCsv(header, lines);
}

function cellsOf({ table, name, kind, lines }: DetailRow, t: Translate): string[][] {
  const head = [tableName(t, table), name, t(`audit.${kind}`)];
  return lines.length === 0 ? [[...head, '', '', '']] : lines.map(({ field, before, after }) => [...head, field, before ?? '', after ?? '']);
}
