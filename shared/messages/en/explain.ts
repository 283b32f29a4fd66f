import type { Translation } from '../translation';
import type { explain as zh } from '../zh-CN/explain';

export const explain: Translation<typeof zh> = {
  title: 'Why this number',
  actual: 'Actual',
  target: 'Target',
  assigned: 'Assigned target',
  children: 'Sum of targets below',
  attainment: 'Attainment',
  timeProgress: 'Time progress',
  workingDays: 'Working days of the period',
  elapsedDays: 'Working days elapsed',
  daysLeft: 'Working days left',
  yearActual: 'Actual, year to end of period',
  yearTarget: 'Target of the year',
  sales: 'Sales',
  returns: 'Returns',
  won: 'Deals won',
  lost: 'Deals lost',
  medianDays: 'Median days',
};
