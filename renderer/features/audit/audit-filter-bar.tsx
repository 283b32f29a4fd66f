import { type Day, isDay } from '@shared/kernel/day';
import type { ChangeSet } from '@shared/records/change-set';
import { type RecordTable, recordTables } from '@shared/records/record-tables';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
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
  /** What is given narrows the list; the rest stays as it is. */
  readonly onChange: (fields: Partial<AuditFilter>) => void;
}

/** By person, kind, content, days and text; every change narrows the list at once. */
export function AuditFilterBar({ filter, people, onChange }: AuditFilterBarProps) {
  const { t } = useMessages();
  return (
    <div className={styles['filter']} role="search">
      <Select aria-label={t('audit.person')} className={styles['select'] ?? ''} value={filter.person ?? ALL} data={[{ value: ALL, label: t('audit.personAll') }, ...people.map((name) => ({ value: name, label: name }))]} onChange={(value) => onChange({ person: value === ALL ? null : value })} />
      <Select aria-label={t('audit.kind')} className={styles['select'] ?? ''} value={filter.kind ?? ALL} data={[{ value: ALL, label: t('audit.kindAll') }, ...kinds.map((kind) => ({ value: kind, label: t(`audit.kind_${kind}`) }))]} onChange={(value) => onChange({ kind: value !== null && isKind(value) ? value : null })} />
      <Select aria-label={t('audit.table')} className={styles['select'] ?? ''} value={filter.table ?? ALL} data={[{ value: ALL, label: t('audit.tableAll') }, ...recordTables.map((table) => ({ value: table, label: tableName(t, table) }))]} onChange={(value) => onChange({ table: value !== null && isTable(value) ? value : null })} />
      <DayField label={t('audit.from')} value={filter.from} onChange={(from) => onChange({ from })} />
      <span aria-hidden>–</span>
      <DayField label={t('audit.to')} value={filter.to} onChange={(to) => onChange({ to })} />
      <SearchField value={filter.text} onSettle={(text) => onChange({ text })} />
      {isFiltered(filter) && <Button variant="subtle" onClick={() => onChange(noFilter)}>{t('audit.clear')}</Button>}
    </div>
  );
}

/** Typing on should not start a search per key. */
const SETTLE_MS = 250;

/** Keeps what is typed to itself until nothing more comes, so that a key draws this field and nothing else. */
function SearchField({ value, onSettle }: { readonly value: string; readonly onSettle: (text: string) => void }) {
  const { t } = useMessages();
  const [text, setText] = useState(value);
  // «Clear» empties the field too.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const settle = useDebouncedCallback((typed: string) => {
    setKnown(typed);
    onSettle(typed);
  }, SETTLE_MS);
  return (
    <TextInput
      className={styles['text'] ?? ''}
      aria-label={t('audit.search')}
      placeholder={t('audit.search')}
      leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
      value={text}
      onChange={({ currentTarget: { value: typed } }) => {
        setText(typed);
        settle(typed);
      }}
    />
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
