import type { FoundWorkbook, SheetPlace } from '@shared/contracts/import-run';
import { Select } from '@mantine/core';
import { IconEyeOff, IconTable } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './sheet-bar.module.css';

interface SheetBarProps {
  readonly workbook: FoundWorkbook;
  readonly disabled: boolean;
  readonly onLook: (place: SheetPlace) => void;
}

/** Which sheet of a workbook is read and which of its rows is the header, both to be chosen otherwise. A hidden sheet is named, never taken up by itself. */
export function SheetBar({ workbook: { sheets, sheet, topRows }, disabled, onLook }: SheetBarProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const [sheetId, rowId] = [useId(), useId()];
  const current = sheets.find(({ name }) => name === sheet);
  const unread = sheets.filter(({ name, hidden, rows }) => hidden && rows > 0 && name !== sheet);
  return (
    <div className={styles['bar']}>
      <IconTable size={16} stroke={1.75} aria-hidden />
      <label htmlFor={sheetId}>{t('imports.sheetLabel')}</label>
      <Select
        id={sheetId}
        className={styles['sheet']}
        data={sheets.map(({ name, hidden, rows }) => ({ value: name, label: t(hidden ? 'imports.sheetOptionHidden' : 'imports.sheetOption', { name, rows: number(rows) }) }))}
        value={current?.name ?? null}
        placeholder={t('imports.sheetChoose')}
        disabled={disabled}
        allowDeselect={false}
        onChange={(name) => name !== null && name !== sheet && onLook({ sheet: name, headerLine: null })}
      />
      <span className={styles['note']}>{t('imports.sheetCount', { count: sheets.length })}</span>
      {current !== undefined && topRows.length > 0 && (
        <>
          <label htmlFor={rowId}>{t('imports.headerRowLabel')}</label>
          <Select
            id={rowId}
            className={styles['row']}
            data={topRows.map(({ line, text }) => ({ value: String(line), label: t('imports.headerRowOption', { line, text }) }))}
            value={current.headerLine === null ? null : String(current.headerLine)}
            disabled={disabled}
            allowDeselect={false}
            comboboxProps={{ width: 480, position: 'bottom-start' }}
            onChange={(line) => line !== null && Number(line) !== current.headerLine && onLook({ sheet, headerLine: Number(line) })}
          />
          {current.headerReason !== null && <span className={styles['note']}>{t(`imports.headerReason_${current.headerReason}`)}</span>}
        </>
      )}
      <span className={styles['grow']} />
      {unread.length > 0 && current !== undefined && (
        <span className={styles['hidden']} title={t('imports.hiddenUnread', { names: unread.map(({ name }) => name).join(', ') })}>
          <IconEyeOff size={14} stroke={1.75} aria-hidden />
          <span>{t('imports.hiddenUnread', { names: unread.map(({ name }) => name).join(', ') })}</span>
        </span>
      )}
    </div>
  );
}
