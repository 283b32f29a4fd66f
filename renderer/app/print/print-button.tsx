import { ActionIcon } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useAskToPrint } from '@renderer/ui/print-mode';

/** Prints the page that is on the screen; the same as Ctrl P. */
export function PrintButton() {
  const { t } = useMessages();
  const ask = useAskToPrint();
  return <ActionIcon aria-label={t('printing.print')} title={`${t('printing.print')} (Ctrl P)`} onClick={ask}><IconPrinter size={16} stroke={1.75} aria-hidden /></ActionIcon>;
}
