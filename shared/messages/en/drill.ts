import type { Translation } from '../translation';
import type { drill as zh } from '../zh-CN/drill';

export const drill: Translation<typeof zh> = {
  list: 'Source rows',
  rows: '{{count}} rows',
  rows_one: '{{count}} row',
  sum: 'Sum',
  day: 'Date',
  number: 'Number',
  customer: 'Customer',
  product: 'Product',
  person: 'Owner',
  channel: 'Channel',
  stage: 'Stage',
  amount: 'Amount CNY',
  file: 'File',
  line: 'Line',
};
