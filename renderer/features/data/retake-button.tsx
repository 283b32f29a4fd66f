import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';

/** Opens the file again, where it lies, as it is now. */
export function RetakeButton({ onRetake }: { readonly onRetake: () => void }) {
  const { t } = useMessages();
  return <Button leftSection={<IconRefresh size={14} stroke={1.75} aria-hidden />} onClick={onRetake}>{t('importFiles.retake')}</Button>;
}
