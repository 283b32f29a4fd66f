import type { ColumnEvidence, ImportField, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import { importFields } from '@shared/domain/imports/import-fields';
import { Select } from '@mantine/core';
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { evidenceText } from './column-evidence-text';
import type { MappedColumn } from './column-questions';
import { type ColumnReason, reasonText, reasonWord } from './column-reason';
import { columnVerdict, isDoubtful, type ColumnVerdict } from './column-verdict';
import styles from './mapping-table.module.css';
import { VerdictWord } from './verdict-word';

interface MappingTableProps {
  readonly mapping: SourceMapping;
  readonly evidence: readonly ColumnEvidence[];
  /** As it was recognised; a column mapped otherwise was chosen by hand. */
  readonly inspection: SourceInspection;
  readonly onlyDoubtful: boolean;
  readonly disabled: boolean;
  readonly onMap: (index: number, field: ImportField | null) => void;
}

interface MappingRow {
  readonly index: number;
  readonly column: MappedColumn;
  readonly evidence: ColumnEvidence;
  readonly verdict: ColumnVerdict;
}

const NOT_IMPORTED = '';

/** Every column of the file, the field it fills, and on what evidence. Mapped columns first would hide the file's order: it is kept. */
export function MappingTable({ mapping, evidence, inspection, onlyDoubtful, disabled, onMap }: MappingTableProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const { object } = mapping;
  const options = useMemo(
    () => [{ value: NOT_IMPORTED, label: t('imports.fieldNone') }, ...importFields[object].map(({ field }) => ({ value: field as string, label: t(`imports.field_${field}`) }))],
    [object, t],
  );
  const rows = mapping.columns.flatMap((column, index): MappingRow[] => {
    const found = evidence[index];
    return found === undefined || column.header === '' ? [] : [{ index, column, evidence: found, verdict: columnVerdict(object, column, found, index) }];
  });
  const columns: Column<MappingRow>[] = [
    {
      key: 'file',
      head: t('imports.colFile'),
      width: 156,
      cell: ({ column }) => <span className={styles['file']} title={column.header}><span>{column.header}</span><IconArrowRight size={14} stroke={1.75} aria-hidden /></span>,
    },
    {
      key: 'field',
      head: t('imports.colField'),
      width: 132,
      cell: ({ index, column }) => (
        <Select
          className={styles['select']}
          wrapperProps={{ 'data-mute': column.field === null || undefined }}
          rightSection={<IconChevronDown size={12} stroke={2.25} aria-hidden />}
          rightSectionWidth={22}
          rightSectionPointerEvents="none"
          aria-label={t('imports.fieldFor', { header: column.header })}
          data={options}
          value={column.field ?? NOT_IMPORTED}
          disabled={disabled}
          comboboxProps={{ width: 180, position: 'bottom-start' }}
          onChange={(value) => onMap(index, value === NOT_IMPORTED ? null : (value as ImportField))}
        />
      ),
    },
    { key: 'sample', head: t('imports.colSample'), width: 132, cell: ({ evidence: { sample } }) => <span className={styles['soft']} title={sample}>{sample === '' ? '–' : sample}</span> },
    {
      key: 'evidence',
      head: t('imports.colEvidence'),
      cell: ({ index, column, evidence: found }) => (
        <span className={styles['soft']} title={evidenceTitle(index, column, found)}>
          {evidenceText(t, object, column, found)}
          {column.field !== null && <span className={styles['reason']}>{t('imports.separator')}{reasonWord(t, reasonOf(index, column, found), inspection)}</span>}
        </span>
      ),
    },
    { key: 'blanks', head: t('imports.colBlanks'), width: 56, numeric: true, cell: ({ evidence: { blanks } }) => <span className={styles['soft']}>{number(blanks)}</span> },
    { key: 'verdict', head: t('imports.colVerdict'), width: 96, cell: ({ verdict }) => <VerdictWord verdict={verdict} /> },
  ];
  function reasonOf(index: number, column: MappedColumn, { reason }: ColumnEvidence): ColumnReason {
    return column.field === inspection.mapping.columns[index]?.field ? reason : 'chosen';
  }
  function evidenceTitle(index: number, column: MappedColumn, found: ColumnEvidence): string {
    const { min, max, distinct } = found;
    const range = distinct > 1 && min !== '' ? [t('imports.evidenceRange', { min, max })] : [];
    return [evidenceText(t, object, column, found), ...range, reasonText(t, reasonOf(index, column, found), inspection)].join('\n');
  }
  return (
    <div className={styles['mapping']}>
      <DataTable
        label={t('imports.mapping')}
        columns={columns}
        rows={onlyDoubtful ? rows.filter(({ verdict }) => isDoubtful(verdict)) : rows}
        rowKey={({ index }) => String(index)}
        empty={t('imports.noDoubtful')}
      />
    </div>
  );
}
