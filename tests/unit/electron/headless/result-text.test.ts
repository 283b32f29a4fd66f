import { expect, test } from 'vitest';
import { resultText } from '../../../../electron/headless/result-text';

test('a result reads as lines, lists of like rows as a table whose columns align for Chinese too', () => {
  const text = resultText({ pdf: '/tmp/a.pdf', pages: 61, previous: null, people: [{ name: '李伟', net: 1200 }, { name: 'Ann', net: 5 }], funnel: { stages: ['a', 'b'] }, none: [] });
  expect(text.split('\n')).toEqual(['pdf: /tmp/a.pdf', 'pages: 61', 'previous: —', 'people:', '  name  net', '  李伟  1200', '  Ann   5', 'funnel:', '  stages:', '    - a', '    - b', 'none: —']);
});

test('rows that differ are listed, not forced into a table', () => {
  expect(resultText([{ a: 1 }, { b: 2 }]).split('\n')).toEqual(['- a: 1', '- b: 2']);
});
