import type { Translation } from '../translation';
import type { months as zh } from '../zh-CN/months';

export const months: Translation<typeof zh> = {
  pick: 'Period: {{period}}',
  previous: 'Previous period',
  next: 'Next period',
  running: 'Running',
  previousYear: 'Previous year',
  nextYear: 'Next year',
};
