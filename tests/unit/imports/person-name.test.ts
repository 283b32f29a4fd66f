import { expect, test } from 'vitest';
import { personName } from '@shared/domain/imports/person-name';

test.each([
  ['Lopez', 'Ana', 'Ana Lopez'],
  ['王', '小明', '王小明'],
  ['Lopez', '', 'Lopez'],
  ['', 'Ana', 'Ana'],
  ['Ana Lopez', 'Ana', 'Ana Lopez'],
  ['王小明', '小明', '王小明'],
  ['Anand', 'Ana', 'Ana Anand'],
  ['王', 'Ming', 'Ming 王'],
])('the name %j and the given name %j are %j', (name, given, whole) => expect(personName(name, given)).toBe(whole));
