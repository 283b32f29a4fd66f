import { expect, test } from 'vitest';
import { nameOrder } from '@shared/kernel/name-order';

const names = ['张伟', 'Anna', '李娜', '12 号店', '陈思远', '2 号店', '周子涵', 'Zoe', '王浩然'];

test('in Chinese names stand in pinyin order, figures by size, Latin names after the Chinese ones', () => {
  expect([...names].sort(nameOrder('zh-CN'))).toEqual(['2 号店', '12 号店', '陈思远', '李娜', '王浩然', '张伟', '周子涵', 'Anna', 'Zoe']);
});

test('in English Latin names come first, Chinese ones still by pinyin', () => {
  expect([...names].sort(nameOrder('en'))).toEqual(['2 号店', '12 号店', 'Anna', 'Zoe', '陈思远', '李娜', '王浩然', '张伟', '周子涵']);
});
