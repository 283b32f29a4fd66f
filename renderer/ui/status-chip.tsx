import type { PaceStatus } from '@shared/contracts/figures';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from './chip';
import { paceLook } from './pace-look';

/** A pace status as a chip, for heads and cards. */
export function StatusChip({ status }: { readonly status: PaceStatus }) {
  const { t } = useMessages();
  const { icon: Icon, tone } = paceLook[status];
  return <Chip tone={tone} icon={<Icon size={12} stroke={2.25} aria-hidden />}>{t(`ui.${status}`)}</Chip>;
}
