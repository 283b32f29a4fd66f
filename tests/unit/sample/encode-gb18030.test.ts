import { expect, test } from 'vitest';
import { encodeGb18030 } from '../../../resources/sample/encode-gb18030';

test('what is encoded reads back as it was', () => {
  const text = '单据编号,（必填）¥－１２３，邨喆镕;abc\r\n';
  const bytes = encodeGb18030(text.replace('¥', '￥'));
  expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe(text.replace('¥', '￥'));
});

test('the bytes are those of the standard: 华 is BB AA, 东 is B6 AB', () => {
  expect([...encodeGb18030('华A东')]).toEqual([0xbb, 0xaa, 0x41, 0xb6, 0xab]);
});

test('a character of four bytes is refused, not written wrong', () => {
  expect(() => encodeGb18030('𠀀')).toThrow(RangeError);
});
