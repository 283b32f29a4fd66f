import { Button, PasswordInput } from '@mantine/core';
import { IconInfoCircle, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { AskDialog } from '@renderer/ui/ask-dialog';
import { Notice } from '@renderer/ui/notice';
import { passphraseStrength } from './passphrase-strength';

interface ExportDialogProps {
  /** What will be in the file. */
  readonly text: string;
  readonly busy: boolean;
  /** Null = without a passphrase. */
  readonly onExport: (passphrase: string | null) => void;
  readonly onClose: () => void;
}

/** Asks for the passphrase of a backup file, twice; main then asks where to put it. */
export function ExportDialog({ text, busy, onExport, onClose }: ExportDialogProps) {
  const { t } = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const strength = passphraseStrength(passphrase);
  const differs = passphrase !== again;
  const submit = () => {
    setTried(true);
    if (!differs) onExport(passphrase === '' ? null : passphrase);
  };
  return (
    <AskDialog title={t('copies.exportTitle')} onClose={onClose} busy={busy} action={<Button variant="filled" loading={busy} onClick={submit}>{t('copies.exportAction')}</Button>}>
      <p>{text}</p>
      <PasswordInput size="xs" label={t('copies.passphrase')} description={strength === 'none' ? null : t(`copies.strength_${strength}`)} value={passphrase} disabled={busy} maxLength={1000} onChange={(event) => setPassphrase(event.currentTarget.value)} />
      {strength !== 'none' && (
        <PasswordInput size="xs" label={t('copies.passphraseAgain')} value={again} disabled={busy} maxLength={1000} error={differs && (tried || again.length >= passphrase.length) ? t('copies.passphraseDiffers') : null} onChange={(event) => setAgain(event.currentTarget.value)} />
      )}
      {strength === 'none' ? (
        <Notice tone="quiet" icon={<IconInfoCircle size={16} stroke={1.75} aria-hidden />}>{t('copies.passphraseNone')}</Notice>
      ) : (
        <Notice tone="risk" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{t('copies.passphraseLost')}</Notice>
      )}
      {busy && <output>{t('copies.exporting')}</output>}
    </AskDialog>
  );
}
