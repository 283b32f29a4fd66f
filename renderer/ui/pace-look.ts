import type { PaceStatus } from '@shared/contracts/figures';
import { IconAlertTriangle, IconCircleArrowDown, IconCircleCheck, IconTrendingUp } from '@tabler/icons-react';
import type { Tone } from './chip';

/** Icon and tone of each pace status; word, icon and colour always come together. */
export const paceLook: Record<PaceStatus, { readonly icon: typeof IconTrendingUp; readonly tone: Tone }> = {
  ahead: { icon: IconTrendingUp, tone: 'ahead' },
  onTrack: { icon: IconCircleCheck, tone: 'ontrack' },
  atRisk: { icon: IconAlertTriangle, tone: 'risk' },
  behind: { icon: IconCircleArrowDown, tone: 'behind' },
};
