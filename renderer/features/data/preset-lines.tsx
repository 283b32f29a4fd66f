import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type PresetLine, addLine, changeLine, presetLines, removeLine } from '@shared/domain/imports/edit-preset';
import type { PresetIssue } from '@shared/domain/imports/check-preset';
import { importFields } from '@shared/domain/imports/import-fields';
import { type Result, ok } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import styles from './sources-tab.module.css';

interface PresetLinesProps {
  readonly preset: PresetContent;
  readonly object: ImportObject;
  /** Keeps a change; false when it was refused. Null = the preset is read-only. */
  readonly onChange: ((edit: Result<PresetContent, readonly PresetIssue[]>) => Promise<boolean>) | null;
}

const ONLY_KNOWN = '';

/** The headers of one object and the field each fills; typed, chosen and removed in place. */
export function PresetLines({ preset, object, onChange }: PresetLinesProps) {
  const { t } = useMessages();
  const lines = presetLines(preset.objects[object] ?? { headers: {}, known: [], signature: [] });
  const fieldName = (field: string | null) => options.find(({ value }) => value === (field ?? ONLY_KNOWN))?.label ?? field;
  const options = [{ value: ONLY_KNOWN, label: t('sources.onlyKnown') }, ...importFields[object].map(({ field }) => ({ value: field as string, label: t(`imports.field_${field}`) }))];
  const readOnly: Column<PresetLine>[] = [
    { key: 'header', head: t('sources.colHeader'), cell: ({ header }) => <span title={header}>{header}</span> },
    { key: 'field', head: t('sources.colField'), width: 176, cell: ({ field }) => <span className={field === null ? styles['soft'] : undefined}>{fieldName(field)}</span> },
    { key: 'use', head: t('sources.colUse'), width: 72, cell: ({ fallback }) => (fallback ? '✓' : '') },
  ];
  const change = (edit: Result<PresetContent, readonly PresetIssue[]>) => onChange?.(edit) ?? Promise.resolve(false);
  const editable: Column<PresetLine>[] = [
    { key: 'header', head: t('sources.colHeader'), cell: (line) => <HeaderField header={line.header} onRename={(header) => change(changeLine(preset, object, line.header, { ...line, header }))} /> },
    {
      key: 'field',
      head: t('sources.colField'),
      width: 176,
      cell: (line) => (
        <Select
          className={styles['field']} wrapperProps={{ 'data-mute': line.field === null || undefined }} aria-label={t('sources.fieldOf', { header: line.header })} data={options} value={line.field ?? ONLY_KNOWN} searchable
          onChange={(value) => void change(changeLine(preset, object, line.header, value === ONLY_KNOWN ? { header: line.header, field: null, fallback: false } : { ...line, field: value }))}
        />
      ),
    },
    {
      key: 'use',
      head: t('sources.colUse'),
      width: 64,
      cell: (line) => line.field !== null && <Checkbox aria-label={t('sources.useFallback', { header: line.header })} checked={line.fallback} onChange={(event) => void change(changeLine(preset, object, line.header, { ...line, fallback: event.currentTarget.checked }))} />,
    },
    { key: 'remove', head: '', label: t('imports.colActions'), width: 48, cell: ({ header }) => <ActionIcon size={24} aria-label={t('sources.removeHeader', { header })} onClick={() => void change(ok(removeLine(preset, object, header)))}><IconTrash size={16} stroke={1.75} aria-hidden /></ActionIcon> },
  ];
  return (
    <>
      {onChange !== null && <NewLine key={object} options={options} onAdd={(line) => change(addLine(preset, object, line))} />}
      <div className={styles['lines']}>
        <DataTable label={t('sources.headers')} columns={onChange === null ? readOnly : editable} rows={lines} rowKey={({ header }) => header} />
      </div>
    </>
  );
}

/** A header's name: kept when it is left or entered, as it was after Escape or when it is refused. */
function HeaderField({ header, onRename }: { readonly header: string; readonly onRename: (name: string) => Promise<boolean> }) {
  const { t } = useMessages();
  const [text, setText] = useState(header);
  const rename = async () => {
    const name = text.trim();
    if (name === header || name === '' || !(await onRename(name))) setText(header);
  };
  return (
    <TextInput
      className={styles['header']} aria-label={t('sources.headerName', { header })} value={text} maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)} onBlur={() => void rename()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(header);
      }}
    />
  );
}

function NewLine({ options, onAdd }: { readonly options: { value: string; label: string }[]; readonly onAdd: (line: PresetLine) => Promise<boolean> }) {
  const { t } = useMessages();
  const [header, setHeader] = useState('');
  const [field, setField] = useState(ONLY_KNOWN);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (header.trim() !== '' && (await onAdd({ header: header.trim(), field: field === ONLY_KNOWN ? null : field, fallback: false }))) setHeader('');
  };
  return (
    <form className={styles['new']} onSubmit={(event) => void add(event)}>
      <TextInput aria-label={t('sources.newHeader')} placeholder={t('sources.newHeader')} value={header} maxLength={200} onChange={(event) => setHeader(event.currentTarget.value)} />
      <Select aria-label={t('sources.newHeaderField')} data={options} value={field} searchable onChange={(value) => setField(value ?? ONLY_KNOWN)} />
      <Button type="submit" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} disabled={header.trim() === ''}>{t('sources.addHeader')}</Button>
    </form>
  );
}
