import { type Day, isDay } from '@shared/kernel/day';
import type { ChangeSet } from '@shared/records/change-set';
import { type RecordTable, recordTables } from '@shared/records/record-tables';
import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './audit.module.css';
import { type AuditFilter, isFiltered, noFilter } from './audit-filter';
import { tableName } from './change-lines';

const kinds: readonly ChangeSet['kind'][] = ['edit', 'import', 'undoImport', 'undo', 'redo', 'commit', 'sign', 'reopen', 'setup'];
const isKind = (value: string): value is ChangeSet['kind'] => (kinds as readonly string[]).includes(value);
const isTable = (value: string): value is RecordTable => (recordTables as readonly string[]).includes(value);
/** Mantine's select has no value for «all». */
const ALL = '';

interface AuditFilterBarProps {
  readonly filter: AuditFilter;
  readonly people: readonly string[];
  readonly onChange: (filter: AuditFilter) => void;
}

/** By person, kind, content, days and text; every change narrows the list at once. */
export function AuditFilterBar({ filter, people, onChange }: AuditFilterBarProps) {
  const { t } = useMessages();
  return (
    <div className={styles['filter']} role="search">
      <Select aria-label={t('audit.person')} className={styles['select'] ?? ''} value={filter.person ?? ALL} data={[{ value: ALL, label: t('audit.personAll') }, ...people.map((name) => ({ value: name, label: name }))]} onChange={(value) => onChange({ ...filter, person: value === ALL ? null : value })} />
      <Select aria-label={t('audit.kind')} className={styles['select'] ?? ''} value={filter.kind ?? ALL} data={[{ value: ALL, label: t('audit.kindAll') }, ...kinds.map((kind) => ({ value: kind, label: t(`audit.kind_${kind}`) }))]} onChange={(value) => onChange({ ...filter, kind: value !== null && isKind(value) ? value : null })} />
      <Select aria-label={t('audit.table')} className={styles['select'] ?? ''} value={filter.table ?? ALL} data={[{ value: ALL, label: t('audit.tableAll') }, ...recordTables.map((table) => ({ value: table, label: tableName(t, table) }))]} onChange={(value) => onChange({ ...filter, table: value !== null && isTable(value) ? value : null })} />
      <DayField label={t('audit.from')} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <span aria-hidden>–</span>
      <DayField label={t('audit.to')} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      <TextInput className={styles['text'] ?? ''} aria-label={t('audit.search')} placeholder={t('audit.search')} leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />} value={filter.text} onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })} />
      {isFiltered(filter) && <Button variant="subtle" onClick={() => onChange(noFilter)}>{t('audit.clear')}</Button>}
    </div>
  );
}

/** A day typed as 2026-10-22, the same in both languages; what is not a day yet narrows nothing and says so when left. */
function DayField({ label, value, onChange }: { readonly label: string; readonly value: Day | null; readonly onChange: (day: Day | null) => void }) {
  const { t } = useMessages();
  const [text, setText] = useState<string>(value ?? '');
  // «Clear» empties the field too.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (value === null && isDay(text)) setText('');
  }
  return (
    <TextInput
      aria-label={label}
      placeholder={t('ui.dayPattern')}
      className={styles['date'] ?? ''}
      value={text}
      maxLength={10}
      error={text.length === 10 && !isDay(text)}
      onChange={({ currentTarget: { value: typed } }) => {
        const day = isDay(typed) ? typed : null;
        setText(typed);
        setKnown(day);
        if (day !== value) onChange(day);
      }}
    />
  );
}
