import { Button, SegmentedControl, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Figures } from '@shared/contracts/figures';
import { addDays, isDay } from '@shared/kernel/day';
import type { Action } from '@shared/records/action';
import { type ActionDraft, addAction, changeAction } from '@renderer/data/actions';
import { useMessages } from '@renderer/i18n/use-messages';
import { useNameOrder } from '@renderer/i18n/use-name-order';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { useActionCommand } from './use-action-command';

/** What the dialog begins with: an action to change, or what is known of a new one. */
export type ActionStart = Partial<ActionDraft> & { readonly action?: Action };

interface ActionDialogProps {
  readonly start: ActionStart;
  readonly figures: Pick<Figures, 'today'>;
  readonly onClose: () => void;
}

const SPANS = ['day', 'week', 'month'] as const;
const MANAGER = 'manager';

/** Who does what by when, and by what it is seen to be done. A new action is due in a week. */
export function ActionDialog({ start, figures, onClose }: ActionDialogProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const run = useActionCommand();
  const nameOrder = useNameOrder();
  const people = useLiveQuery(async () => (await workspace.db.people.toArray()).sort((a, b) => nameOrder(a.name, b.name)), [workspace, nameOrder]);
  const { action } = start;
  const [draft, setDraft] = useState<ActionDraft>(() => ({ title: '', ownerId: null, span: 'week', dueOn: addDays(figures.today, 7), criterion: '', about: null, ...start.action, ...start }));
  const [dueText, setDueText] = useState<string>(draft.dueOn);
  const change = (fields: Partial<ActionDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const isReady = draft.title.trim() !== '' && isDay(dueText);
  const save = async () => {
    if (!isReady) return;
    const { title, ownerId, span, criterion, about } = draft;
    const kept: ActionDraft = { title, ownerId, span, criterion, about, dueOn: dueText };
    if (action === undefined) await addAction(workspace, kept);
    else await run(changeAction(workspace, action.id, kept));
    onClose();
  };
  const owners = [{ value: MANAGER, label: t('home.me') }, ...(people ?? []).map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <AskDialog
      title={t(action === undefined ? 'home.newAction' : 'home.editAction')}
      onClose={onClose}
      action={<Button variant="filled" disabled={!isReady} onClick={() => void save()}>{t(action === undefined ? 'home.add' : 'home.keep')}</Button>}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap={12}>
          <TextInput label={t('home.actionTitle')} value={draft.title} maxLength={200} required data-autofocus onChange={({ currentTarget: { value } }) => change({ title: value })} />
          <Select label={t('home.owner')} data={owners} value={draft.ownerId ?? MANAGER} searchable allowDeselect={false} onChange={(value) => change({ ownerId: value === MANAGER ? null : value })} />
          <TextInput label={t('home.dueOn')} value={dueText} maxLength={10} placeholder={t('ui.dayPattern')} error={dueText !== '' && !isDay(dueText) && t('home.dueWrong')} onChange={({ currentTarget: { value } }) => setDueText(value)} />
          <SegmentedControl aria-label={t('home.span')} data={SPANS.map((span) => ({ value: span, label: t(`home.span_${span}`) }))} value={draft.span} onChange={(span) => change({ span: SPANS.find((one) => one === span) ?? 'week' })} />
          <Textarea label={t('home.criterion')} description={t('home.criterionNote')} value={draft.criterion} minRows={2} maxLength={2_000} onChange={({ currentTarget: { value } }) => change({ criterion: value })} />
        </Stack>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </AskDialog>
  );
}
