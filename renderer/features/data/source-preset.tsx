import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconCopyPlus, IconFileExport, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PresetIssue } from '@shared/domain/imports/check-preset';
import { presetLines } from '@shared/domain/imports/edit-preset';
import { type Result, ok } from '@shared/kernel/result';
import { codeKey } from '@shared/messages/message-key';
import { type ImportObject, importObjectSchema } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import { savePreset } from '@renderer/data/import-presets';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { Chip } from '@renderer/ui/chip';
import { Panel } from '@renderer/ui/panel';
import { PlainWords } from './plain-words';
import { exportPreset } from './preset-file';
import { PresetIssues } from './preset-issues';
import { PresetLines } from './preset-lines';
import { PresetSignature, PresetWords } from './preset-words';
import { RemovePresetDialog, SavePresetAsDialog } from './preset-dialogs';
import { kindTones } from './source-list';
import type { SourceEntry } from './source-entries';
import { sourceName } from './source-name';
import styles from './sources-tab.module.css';

interface SourcePresetProps {
  readonly source: SourceEntry;
  readonly onPick: (name: string) => void;
  /** Files are recognised otherwise now. */
  readonly onChanged: () => void;
}

/** What a source's exports look like: the headers of each object and their fields, what signs them, which words count. */
export function SourcePreset({ source, onPick, onChanged }: SourcePresetProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const [picked, setPicked] = useState<ImportObject | null>(null);
  const [refused, setRefused] = useState<readonly PresetIssue[]>([]);
  const [asked, setAsked] = useState<'saveAs' | 'remove' | null>(null);
  const { name, kind, preset } = source;
  const isOwn = kind === 'own' || kind === 'edited' || kind === 'unusable';
  const objects = importObjectSchema.options.filter((each) => (kind === 'plain' ? true : preset?.objects[each] !== undefined));
  const object = objects.find((each) => each === picked) ?? objects[0];

  const keep = async (edit: Result<PresetContent, readonly PresetIssue[]>): Promise<boolean> => {
    const saved = edit.ok ? await savePreset(workspace, edit.value) : edit;
    setRefused(saved.ok ? [] : saved.error);
    if (saved.ok) onChanged();
    return saved.ok;
  };
  const onChange = isOwn ? (next: PresetContent) => keep(ok(next)) : null;
  const note = kind === 'builtIn' ? 'sources.readOnly' : kind === 'plain' ? 'sources.plainNote' : kind === 'unknown' ? 'sources.unknownNote' : null;
  const lines = preset && object ? presetLines(preset.objects[object]!) : [];
  return (
    <>
      <Panel title={sourceName(t, name)} note={<><Chip tone={kindTones[kind]}>{t(`sources.kind_${kind}`)}</Chip> {lines.length > 0 && t('sources.headersCount', { headers: lines.length, mapped: lines.filter(({ field }) => field !== null).length })}</>}>
        <div className={styles['bar']}>
          {object !== undefined && (
            <Select
              className={styles['object']} aria-label={t('sources.object')} value={object} data={objects.map((value) => ({ value, label: t(`imports.kind_${value}`) }))}
              onChange={(value) => setPicked(importObjectSchema.parse(value))}
            />
          )}
          <span className={styles['grow']} />
          {preset && <PresetActions preset={preset} kind={kind} onEdit={() => void keep(ok(preset))} onSaveAs={() => setAsked('saveAs')} onRemove={() => setAsked('remove')} />}
        </div>
        {note !== null && <p className={styles['about']}>{t(note)}</p>}
        {source.issues.length > 0 && <PresetIssues head={t('sources.unusable')} issues={source.issues} />}
        {refused.length > 0 && <PresetIssues head={t('sources.saveRefused')} issues={refused} onDismiss={() => setRefused([])} />}
        {preset && object && (
          <>
            <PresetLines key={`${name} ${object}`} preset={preset} object={object} onChange={isOwn ? keep : null} />
            <PresetSignature preset={preset} object={object} onChange={onChange} />
          </>
        )}
        {kind === 'plain' && object && <PlainWords object={object} />}
        {preset && <PresetWords preset={preset} onChange={onChange} />}
      </Panel>
      {asked === 'saveAs' && preset && <SavePresetAsDialog preset={preset} onClose={() => setAsked(null)} onSaved={(saved) => { setAsked(null); onPick(saved); onChanged(); }} />}
      {asked === 'remove' && <RemovePresetDialog source={source} onClose={() => setAsked(null)} onRemoved={() => { setAsked(null); setRefused([]); onChanged(); }} />}
    </>
  );
}

interface PresetActionsProps {
  readonly preset: PresetContent;
  readonly kind: SourceEntry['kind'];
  readonly onEdit: () => void;
  readonly onSaveAs: () => void;
  readonly onRemove: () => void;
}

function PresetActions({ preset, kind, onEdit, onSaveAs, onRemove }: PresetActionsProps) {
  const { t } = useMessages();
  const save = async () => {
    const saved = await exportPreset(t, preset);
    if (!saved.ok) notifications.show({ color: 'red', message: t(codeKey('calls', saved.error.code)) });
    else if (saved.value.saved) notifications.show({ message: t('sources.exported', { name: sourceName(t, preset.name) }) });
  };
  return (
    <>
      {kind === 'builtIn' && <Button variant="filled" leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />} onClick={onEdit}>{t('sources.editCopy')}</Button>}
      {kind !== 'unusable' && <Button leftSection={<IconCopyPlus size={14} stroke={1.75} aria-hidden />} onClick={onSaveAs}>{t('sources.saveAs')}</Button>}
      {kind !== 'unusable' && <Button leftSection={<IconFileExport size={14} stroke={1.75} aria-hidden />} onClick={() => void save()}>{t('sources.export')}</Button>}
      {kind === 'edited' && <Button leftSection={<IconArrowBackUp size={14} stroke={1.75} aria-hidden />} onClick={onRemove}>{t('sources.backToBuiltIn')}</Button>}
      {(kind === 'own' || kind === 'unusable') && <Button leftSection={<IconTrash size={14} stroke={1.75} aria-hidden />} onClick={onRemove}>{t('sources.remove')}</Button>}
    </>
  );
}
