import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { importPresets } from '@shared/domain/imports/import-presets';
import { presetLines } from '@shared/domain/imports/edit-preset';
import { sameJson } from '@shared/kernel/same-json';
import type { ImportObject } from '@shared/records/import-object';
import type { PresetContent } from '@shared/records/import-preset';
import { removePreset, savePreset } from '@renderer/data/import-presets';
import { useMessages } from '@renderer/i18n/use-messages';
import { useTask } from '@renderer/parts/use-task';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { DangerButton } from '@renderer/ui/danger-button';
import { presetIssueText } from './preset-issue-text';
import type { SourceEntry } from './source-entries';
import { sourceName } from './source-name';

interface SavePresetAsDialogProps {
  readonly preset: PresetContent;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

/** A preset under a name of its own: a new source that starts from this one. */
export function SavePresetAsDialog({ preset, onClose, onSaved }: SavePresetAsDialogProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const { db } = workspace;
  const task = useTask();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const name = text.trim();
  const save = () =>
    task.run('save', async () => {
      const taken = importPresets.some((each) => each.name === name) || (await db.importPresets.get(name)) !== undefined;
      if (taken) return setRefused(t('sources.preset_nameTaken', { name }));
      const saved = await savePreset(workspace, { ...preset, name });
      if (saved.ok) onSaved(name);
      else setRefused(saved.error.map((issue) => presetIssueText(t, issue)).join(t('imports.separator')));
    });
  return (
    <AskDialog title={t('sources.nameTitle')} busy={task.running !== null} onClose={onClose} action={<Button variant="filled" disabled={name === ''} loading={task.running !== null} onClick={save}>{t('sources.nameSave')}</Button>}>
      <p>{t('sources.nameText', { name: sourceName(t, preset.name) })}</p>
      <TextInput
        label={t('sources.nameLabel')} value={text} maxLength={200} error={refused}
        onChange={(event) => { setText(event.currentTarget.value); setRefused(null); }}
        onKeyDown={(event) => { if (event.key === 'Enter' && name !== '') save(); }}
      />
    </AskDialog>
  );
}

interface RemovePresetDialogProps {
  readonly source: SourceEntry;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Goes back to the built-in preset, or takes an own one away. */
export function RemovePresetDialog({ source: { name, kind }, onClose, onRemoved }: RemovePresetDialogProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const task = useTask();
  const isEdited = kind === 'edited';
  const remove = () =>
    task.run('remove', async () => {
      await removePreset(workspace, name);
      onRemoved();
    });
  return (
    <AskDialog
      title={t(isEdited ? 'sources.backTitle' : 'sources.removeTitle', { name: sourceName(t, name) })} busy={task.running !== null} onClose={onClose}
      action={<DangerButton loading={task.running !== null} onClick={remove}>{t(isEdited ? 'sources.backToBuiltIn' : 'sources.remove')}</DangerButton>}
    >
      <p>{t('sources.removeText')}</p>
    </AskDialog>
  );
}

interface TakePresetDialogProps {
  readonly preset: PresetContent;
  /** The source of that name as it stands; null = there is none. */
  readonly standing: SourceEntry | null;
  readonly onClose: () => void;
  readonly onTaken: (name: string) => void;
}

/** What a preset file holds and what it would replace, before it is taken in. */
export function TakePresetDialog({ preset, standing, onClose, onTaken }: TakePresetDialogProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const task = useTask();
  const objects = Object.keys(preset.objects) as ImportObject[];
  const headers = Object.values(preset.objects).reduce((sum, shape) => sum + presetLines(shape).length, 0);
  const name = sourceName(t, preset.name);
  const isSame = standing?.preset !== undefined && sameJson(standing?.preset ?? null, preset);
  const effect = isSame ? t('sources.takeSame') : standing === null || standing.preset === null ? t('sources.takeNew') : t(standing.kind === 'builtIn' ? 'sources.takeInPlace' : 'sources.takeReplaces', { name });
  const take = () =>
    task.run('take', async () => {
      const saved = await savePreset(workspace, preset);
      if (!saved.ok) throw new Error(`A preset that was read is refused: ${saved.error.map(({ code }) => code).join(', ')}`);
      onTaken(preset.name);
    });
  return (
    <AskDialog
      title={t('sources.takeTitle', { name })} busy={task.running !== null} onClose={onClose}
      action={<Button variant="filled" disabled={isSame} loading={task.running !== null} onClick={take}>{t('sources.takeConfirm')}</Button>}
    >
      <p>{t('sources.takeHolds', { objects: objects.map((object) => t(`imports.kind_${object}`)).join(t('sources.listSeparator')), headers })}</p>
      <p>{effect}</p>
    </AskDialog>
  );
}
