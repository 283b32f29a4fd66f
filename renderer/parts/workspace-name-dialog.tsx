import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { AskDialog } from '@renderer/ui/ask-dialog';

interface WorkspaceNameDialogProps {
  readonly title: string;
  readonly text: string;
  readonly initial: string;
  readonly action: string;
  readonly busy: boolean;
  /** Shown while busy, for work that takes long. */
  readonly working?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a workspace's name: a new one's, another one, a copy's. */
export function WorkspaceNameDialog({ title, text, initial, action, busy, working, onName, onClose }: WorkspaceNameDialogProps) {
  const { t } = useMessages();
  const [name, setName] = useState(initial);
  const [tried, setTried] = useState(false);
  const given = name.trim();
  const submit = () => {
    setTried(true);
    if (given !== '') onName(given);
  };
  return (
    <AskDialog title={title} onClose={onClose} busy={busy} action={<Button variant="filled" loading={busy} onClick={submit}>{action}</Button>}>
      <p>{text}</p>
      <TextInput
        label={t('workspaces.name')}
        value={name}
        maxLength={200}
        disabled={busy}
        error={tried && given === '' ? t('workspaces.nameMissing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') submit();
        }}
      />
      {busy && working !== undefined && <output>{working}</output>}
    </AskDialog>
  );
}
