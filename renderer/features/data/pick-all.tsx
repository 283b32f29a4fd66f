import { Checkbox } from '@mantine/core';
import { useMessages } from '@renderer/i18n/use-messages';
import type { Picks } from './use-picks';

/** Picks all entries of a list, or none. */
export function PickAll({ ids, picks }: { readonly ids: readonly string[]; readonly picks: Picks }) {
  const { t } = useMessages();
  const all = picks.picked.length === ids.length;
  return <Checkbox size="xs" radius={3} aria-label={t('quality.pickAll')} checked={all} indeterminate={!all && picks.picked.length > 0} onChange={() => picks.only(all ? [] : ids)} />;
}
