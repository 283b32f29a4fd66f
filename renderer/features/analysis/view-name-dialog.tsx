import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '@shared/kernel/result';
import { codeKey } from '@shared/messages/message-key';
import type { ViewRefusal } from '@renderer/data/saved-views';
import { useMessages } from '@renderer/i18n/use-messages';
import { useTask } from '@renderer/parts/use-task';
import { AskDialog } from '@renderer/ui/ask-dialog';

interface ViewNameDialogProps {
  /** Names of the views there are: saving under one of them replaces it, and says so. */
  readonly taken: readonly string[];
  /** The name to change; null = a view is being saved. */
  readonly renamed: string | null;
  readonly onName: (name: string) => Promise<Result<null, ViewRefusal>>;
  readonly onClose: () => void;
}

/** Asks what a view is to be called. */
export function ViewNameDialog({ taken, renamed, onName, onClose }: ViewNameDialogProps) {
  const { t } = useMessages();
  const { running, run } = useTask();
  const [name, setName] = useState(renamed ?? '');
  const [refusal, setRefusal] = useState<ViewRefusal | null>(null);
  const replaces = renamed === null && taken.includes(name.trim());
  const submit = () =>
    run('name', async () => {
      const named = await onName(name);
      if (named.ok) onClose();
      else setRefusal(named.error);
    });
  return (
    <AskDialog
      title={renamed === null ? t('analysis.saveView') : t('analysis.renameView', { name: renamed })}
      onClose={onClose} busy={running !== null}
      action={<Button variant="filled" loading={running !== null} onClick={submit}>{replaces ? t('analysis.replaceView') : t('analysis.keepView')}</Button>}
    >
      {renamed === null && <p>{t('analysis.saveViewText')}</p>}
      <TextInput
        label={t('analysis.viewName')}
        value={name}
        maxLength={200}
        error={refusal === null ? null : t(codeKey('refusals', refusal))}
        description={replaces ? t('analysis.viewReplaces') : null}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setRefusal(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') submit();
        }}
      />
    </AskDialog>
  );
}
