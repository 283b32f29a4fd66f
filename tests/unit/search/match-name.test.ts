import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '@shared/domain/search/fold-text';
import { findNames } from '@shared/domain/search/find-names';
import { matchMarks, soundFromWord } from '@shared/domain/search/match-marks';
import { matchName, matchRanks, searchQuery } from '@shared/domain/search/match-name';
import { nameOrder } from '@shared/kernel/name-order';
import { sounded } from './sounded';

const rankOf = async (name: string, query: string) => {
  const [ready] = await sounded(name);
  const match = matchName(searchQuery(query), ready!);
  return match === null ? null : matchRanks[match.rank];
};

/** What is marked, in brackets, of the name and of its pinyin. */
const marked = async (name: string, query: string) => {
  const [ready] = await sounded(name);
  const match = matchName(searchQuery(query), ready!);
  if (match === null) return null;
  const { text, sound } = matchMarks(ready!, match);
  const brackets = (words: string, ranges: typeof text) => [...ranges].reverse().reduce((all, { from, to }) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`, words);
  return [brackets(name, text), brackets(ready!.sound, sound)];
};

describe('a name is found', () => {
  test.each([
    ['张伟', 'zhangw', 'prefix'],
    ['张伟', 'ZHANG WEI', 'exact'],
    ['张伟', 'zhāng wěi', 'exact'],
    ['张伟', "zhang'wei", 'exact'],
    ['张伟', '张伟', 'exact'],
    ['张伟', '张', 'prefix'],
    ['张伟', 'zw', 'initials'],
    ['张伟', 'zhw', 'initials'],
    ['张伟', 'zwei', 'initials'],
    ['张伟', '张w', 'prefix'],
    ['张伟', 'wei', 'inside'],
    ['张伟', 'zhag', null],
    ['张伟', 'zhangweis', null],
    ['吕绿', 'lv', 'prefix'],
    ['吕绿', 'lü', 'prefix'],
    ['吕绿', 'lulu', 'exact'],
    ['重庆行知', 'chongqing', 'prefix'],
    ['重庆行知', 'zhongqing', 'prefix'],
    ['重庆行知', 'cqhz', 'initials'],
    ['重庆行知', 'cqxz', 'initials'],
    ['掌微电子（无锡）', 'zhangweidianziwuxi', 'exact'],
    ['掌微电子（无锡）', '电子(无', 'inside'],
    ['掌微电子（无锡）', 'wuxi', 'wordStart'],
    ['ＡＢＣ 贸易', 'abc', 'prefix'],
    ['ＡＢＣ 贸易', 'maoyi', 'wordStart'],
    ['Anna Snelling', 'snel', 'wordStart'],
    ['Anna Snelling', 'ann', 'prefix'],
    ['Anna Snelling', 'anna snelling', 'exact'],
    ['Anna Snelling', 'as', 'initials'],
    ['Anna Snelling', 'nell', 'inside'],
    ['Müller', 'muller', 'exact'],
    ['Café 3', 'cafe3', 'exact'],
  ] as const)('%s answers to %s: %s', async (name, query, rank) => {
    expect(await rankOf(name, query)).toBe(rank);
  });

  test('what was hit is marked in the name and in the pinyin beside it', async () => {
    expect(await marked('张伟', 'zhangw')).toEqual(['[张伟]', '[zhāng w]ěi']);
    expect(await marked('张伟', 'zw')).toEqual(['[张伟]', '[z]hāng [w]ěi']);
    expect(await marked('张伟', '伟')).toEqual(['张[伟]', 'zhāng wěi']);
    expect(await marked('掌微电子（无锡）', 'ziwux')).toEqual(['掌微电[子]（[无锡]）', 'zhǎng wēi diàn [zǐ wú x]ī']);
    expect(await marked('Anna Snelling', 'as')).toEqual(['[A]nna [S]nelling', '']);
  });

  test('a reading that the name does not have here finds it, and marks no pinyin', async () => {
    expect(await marked('重庆', 'zhong')).toEqual(['[重]庆', 'chóng qìng']);
    expect(await marked('吕布', 'lvb')).toEqual(['[吕布]', '[lǚ b]ù']);
  });

  test('the best come first; names of one rank stand in the order of names', async () => {
    const list = await sounded(...['章薇', '张伟', '大张伟', '张文博', '掌微电子', '周武', '李娜'].sort(nameOrder('zh-CN')));
    const found = findNames(list, searchQuery('zhangw'), null);
    expect(found.best.map((at) => list[at]!.text)).toEqual(['张伟', '章薇', '张文博', '掌微电子', '大张伟'].sort((a, b) => Number(a === '大张伟') - Number(b === '大张伟') || nameOrder('zh-CN')(a, b)));
    expect(findNames(list, searchQuery('zw'), null).best.map((at) => list[at]!.text)).toContain('周武');
    expect(findNames(list, searchQuery('zhangwei'), null).best.map((at) => list[at]!.text).slice(0, 2)).toEqual(['张伟', '章薇']);
  });

  test('a query of marks alone finds everything, a long one ends', async () => {
    const list = await sounded('石石石石石石石石石石石石石石石石石石石石石石石石', '李娜');
    expect(findNames(list, searchQuery(' · '), null).best).toEqual([0, 1]);
    expect(findNames(list, searchQuery(`${'shi'.repeat(20)}x`), null).best).toEqual([]);
  });
});

const characters = '张伟章薇掌微电子无锡漳武机床吕绿重庆行长乐曾单解华明恒远精工博达西安阿姨';
const word = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 8 }) },
  fc.constantFrom('Acme', '（无锡）', 'A-1', ' & ', 'ＭＢＨ', '3', 'Zoë', ' '),
);
const names = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')).filter((name) => foldText(name).letters.length > 0);

describe('whatever the name', () => {
  test('its pinyin, its initials and every piece of it find it', async () => {
    await fc.assert(fc.asyncProperty(names, fc.nat(), fc.nat(), async (name, from, length) => {
      const [ready] = await sounded(name);
      const syllables = ready!.letters.map((letter, at) => ready!.sounds[at]?.readings[0] ?? letter);
      const toned = ready!.sound.split(' ');
      const aloud = ready!.letters.map((letter, at) => (ready!.sounds[at] === null ? letter : toned.shift()!)).join(' ');
      const begin = from % name.length;
      const piece = name.slice(begin, begin + 1 + (length % name.length));
      for (const query of [syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join(''), aloud, name, piece]) {
        expect(matchName(searchQuery(query), ready!), `${name} by ${query}`).not.toBeNull();
      }
      expect(matchName(searchQuery(name), ready!)!.rank, name).toBe(0);
    }));
  });

  test('marks lie within the texts, in order and apart', async () => {
    await fc.assert(fc.asyncProperty(names, fc.string({ unit: fc.constantFrom(...'zhangweixlvudcqs', ...'张伟无锡'), minLength: 1, maxLength: 6 }), async (name, query) => {
      const [ready] = await sounded(name);
      const match = matchName(searchQuery(query), ready!);
      fc.pre(match !== null);
      const { text, sound } = matchMarks(ready!, match);
      expect(text.length).toBeGreaterThan(0);
      for (const [words, ranges] of [[name, text], [ready!.sound, sound]] as const) {
        for (const [at, { from, to }] of ranges.entries()) {
          expect(from).toBeGreaterThanOrEqual(at === 0 ? 0 : ranges[at - 1]!.to + 1);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(words.length);
        }
      }
    }));
  });

  test('a longer query finds nothing that its beginning did not find', async () => {
    await fc.assert(fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 20 }), fc.string({ unit: fc.constantFrom(...'zhangweixlvudcqs张伟锡'), minLength: 2, maxLength: 8 }), async (list, typed) => {
      const ready = await sounded(...list);
      let among: readonly number[] | null = null;
      for (let length = 1; length <= typed.length; length++) {
        const query = searchQuery(typed.slice(0, length));
        const narrowed = findNames(ready, query, among);
        expect(narrowed).toEqual(findNames(ready, query, null));
        among = narrowed.all;
      }
    }));
  });
});

test('of a name of several words the pinyin is shown from the word on that was hit', async () => {
  const [ready] = await sounded('只看 张伟');
  expect(soundFromWord(ready!, matchMarks(ready!, matchName(searchQuery('zhangw'), ready!)!))).toEqual({ text: 'zhāng wěi', ranges: [{ from: 0, to: 7 }] });
  const [person] = await sounded('张伟');
  expect(soundFromWord(person!, matchMarks(person!, matchName(searchQuery('wei'), person!)!))).toEqual({ text: 'zhāng wěi', ranges: [{ from: 6, to: 9 }] });
});
