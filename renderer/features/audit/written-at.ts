import { localDayOf } from '@shared/kernel/day';
import type { Formats } from '@renderer/i18n/use-formats';

/** Day, year and clock time of an instant on this machine: years lie between the ends of this list. */
export const writtenAt = (at: string, { fullDay, time }: Formats): string => `${fullDay(localDayOf(Date.parse(at)))} ${time(at)}`;
