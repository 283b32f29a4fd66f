export const months = {
  pick: '期间：{{period}}',
  previous: '上一期',
  next: '下一期',
  running: '进行中',
  previousYear: '上一年',
  nextYear: '下一年',
} as const;
