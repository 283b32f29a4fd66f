import { Checkbox } from '@mantine/core';
import { useMessages } from '@renderer/i18n/use-messages';

/** Picks one entry of a list. */
export function PickBox({ name, picked, onPick }: { readonly name: string; readonly picked: boolean; readonly onPick: (on: boolean) => void }) {
  const { t } = useMessages();
  return <Checkbox size="xs" radius={3} aria-label={t('quality.pick', { name })} checked={picked} onChange={(event) => onPick(event.currentTarget.checked)} />;
}
