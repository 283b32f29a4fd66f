import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MergeGroup, suggestMerges } from '@shared/domain/customers/suggest-merges';
import { readCustomerName } from '@shared/domain/imports/customer-names';
import type { CustomerMerge } from '@shared/records/customer-merge';

const SOUNDS: Readonly<Record<string, string>> = { 华为: 'huawei', 鑫源机电: 'xinyuanjidian', 欣源机电: 'xinyuanjidian', 新源机电: 'xinyuanjidian', 鑫源: 'xinyuan', 欣源: 'xinyuan' };
const soundOf = (core: string) => SOUNDS[core] ?? core;
const named = (names: readonly string[]) => names.map((name) => ({ name, code: '' }));
const suggest = (names: readonly string[], merges: readonly CustomerMerge[] = []) => suggestMerges({ customers: named(names), merges, soundOf });
/** The two names' reason, with «!» where it is certain; null when they are not offered together. */
function reasonOf(a: string, b: string): string | null {
  const [group] = suggest([a, b]);
  return group === undefined ? null : `${group.pairs[0]!.reason}${group.certain ? '!' : ''}`;
}

describe('a customer’s name', () => {
  test.each([
    ['江苏省苏州市金鸡湖电子有限责任公司', { core: '金鸡湖电子', place: '苏州', form: 'limited', isGroup: false }],
    ['联合利华（中国）有限公司', { core: '联合利华', place: '中国', form: 'limited', isGroup: false }],
    ['上海电气集团股份有限公司', { core: '电气', place: '上海', form: 'shares', isGroup: true }],
    ['ＡＣＭＥ  Co., Ltd.', { core: 'acme', place: '', form: 'limited', isGroup: false }],
    ['Texaco', { core: 'texaco', place: '', form: '', isGroup: false }],
    ['Siemens A.G.', { core: 'siemens', place: '', form: 'ag', isGroup: false }],
    ['海南', { core: '海南', place: '', form: '', isGroup: false }],
    ['散客', { core: '', place: '', form: '', isGroup: false }],
  ])('%s is taken apart', (name, parts) => {
    expect(readCustomerName(name)).toMatchObject(parts);
  });

  test('any text at all can be read', () => {
    const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(fc.property(anyText, (text) => typeof readCustomerName(text).core === 'string'));
  });
});

describe('names that may be one customer', () => {
  test.each([
    ['华为技术有限公司', '华为技术有限公司 ', 'writing!'],
    ['ＡＢＣ（贸易）', 'abc(贸易)', 'writing!'],
    ['华为技术有限公司', '华为技术有限责任公司', 'form!'],
    ['华为技术', '华为技术有限公司', 'form!'],
    ['Acme Inc.', 'ACME', 'form!'],
    ['云岭食品有限公司', '云岭食品股份有限公司', 'form'],
    ['海盛机电集团', '海盛机电有限公司', 'group'],
    ['苏州金鸡湖电子有限公司', '金鸡湖电子有限公司', 'place'],
    ['江苏苏州金鸡湖电子有限公司', '苏州金鸡湖电子有限公司', 'form!'],
    ['华为', 'HUAWEI', 'sound'],
    ['鑫源机电有限公司', '欣源机电有限公司', 'sound'],
  ])('%s and %s: %s', (a, b, reason) => {
    expect(reasonOf(a, b)).toBe(reason);
    expect(reasonOf(b, a)).toBe(reason);
  });

  test.each([
    ['上海电气有限公司', '北京电气有限公司'],
    ['联合利华（上海）有限公司', '联合利华（天津）有限公司'],
    ['中国银行', '银行'],
    ['鑫源', '欣源'],
    ['鑫源机电有限公司', '欣源机电股份有限公司'],
    ['鑫源机电有限公司', '欣源机电集团有限公司'],
    ['云岭食品一厂', '云岭食品二厂'],
    ['云岭食品有限公司', '云岭食品有限公司北京分公司'],
    ['散客', '散客（现金）'],
    ['Delta Ltd', 'Delta Air Ltd'],
  ])('%s and %s are not offered', (a, b) => {
    expect(reasonOf(a, b)).toBeNull();
  });

  test('a name without a place that two places fit is left alone', () => {
    expect(suggest(['金鸡湖电子', '苏州金鸡湖电子', '无锡金鸡湖电子'])).toEqual([]);
  });

  test('three companies of one sound are left alone', () => {
    expect(suggest(['鑫源机电', '欣源机电', '新源机电'])).toEqual([]);
  });

  test('the same code is the same customer; other codes are never certain', () => {
    const customers = [{ name: '云岭食品', code: 'A1' }, { name: 'Yunling Foods', code: 'A1' }, { name: '海盛机电', code: 'B1' }, { name: '海盛机电有限公司', code: 'B2' }];
    expect(suggestMerges({ customers, merges: [], soundOf }).map(({ names, certain, pairs }) => [names, pairs[0]!.reason, certain])).toEqual([
      [['Yunling Foods', '云岭食品'], 'code', true],
      [['海盛机电', '海盛机电有限公司'], 'form', false],
    ]);
    // A third name without a code does not make one of two that have different ones.
    expect(suggestMerges({ customers: [...customers, { name: ' 海盛机电', code: '' }], merges: [], soundOf }).find(({ names }) => names.includes('海盛机电'))!.certain).toBe(false);
  });
});

/** Names made of the parts that matter, so that many of them are alike. */
const anyName = fc
  .record({
    place: fc.constantFrom('', '上海', '北京', '江苏苏州'),
    core: fc.constantFrom('云岭食品', '海盛机电', 'Acme', '鑫源机电', '欣源机电', '华为', 'huawei'),
    group: fc.constantFrom('', '集团'),
    form: fc.constantFrom('', '有限公司', '有限责任公司', '股份有限公司', ' Co., Ltd.', ' Inc'),
    blank: fc.constantFrom('', ' ', '　'),
  })
  .map(({ place, core, group, form, blank }) => place + core + blank + group + form);
const anyNames = fc.uniqueArray(anyName, { maxLength: 25 });
const decisions = (names: readonly string[]) => fc.subarray([...names]).chain((some) => fc.tuple(...some.map((id) => fc.constantFrom(null, ...names.filter((name) => name !== id)).map((into): CustomerMerge => ({ id, into })))));

describe('the groups, whatever the names', () => {
  test('do not depend on the order of the names', () => {
    fc.assert(fc.property(anyNames.chain((names) => fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length }))), ([names, shuffled]) => {
      expect(suggest(shuffled)).toEqual(suggest(names));
    }));
  });

  test('hold no name twice, none with itself, and only names that were given', () => {
    fc.assert(fc.property(anyNames, (names) => {
      const groups = suggest([...names, ...names]);
      const members = groups.flatMap((group) => group.names);
      expect(new Set(members).size).toBe(members.length);
      expect(members.every((name) => names.includes(name))).toBe(true);
      for (const { names: own, pairs } of groups) {
        expect(own.length).toBeGreaterThan(1);
        for (const { names: [a, b] } of pairs) expect(a < b && own.includes(a) && own.includes(b)).toBe(true);
      }
    }));
  });

  test('never ask again about a name that was decided', () => {
    fc.assert(fc.property(anyNames.chain((names) => fc.tuple(fc.constant(names), decisions(names))), ([names, merges]) => {
      const kept = new Set(merges.filter(({ into }) => into === null).map(({ id }) => id));
      const offered = new Set(suggest(names, merges).flatMap((group) => group.names));
      for (const name of kept) expect(offered.has(name)).toBe(false);
    }));
  });

  test('are gone once each of them was merged or kept apart', () => {
    const settle = (groups: readonly MergeGroup[], apart: boolean) => groups.flatMap(({ names: [stays, ...others] }) => others.map((id): CustomerMerge => ({ id, into: apart ? null : stays! })));
    fc.assert(fc.property(anyNames, fc.boolean(), (names, apart) => {
      // Who stays may be like another now that its group is decided; each round decides at least one name.
      let merges: CustomerMerge[] = [];
      for (let groups = suggest(names); groups.length > 0; groups = suggest(names, merges)) {
        const next = settle(groups, apart);
        expect(next.length).toBeGreaterThan(0);
        merges = [...merges, ...next];
        expect(merges.length).toBeLessThanOrEqual(names.length);
      }
    }));
  });
});
