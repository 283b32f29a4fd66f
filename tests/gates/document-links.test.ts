import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { docsPictures } from '../screenshots/docs-pictures';
import { brokenLinks, headingsIn, targetsIn } from './document-links';

const root = path.resolve(import.meta.dirname, '../..');
const guide = (language: string) => readFileSync(path.join(root, `docs/guide.${language}.md`), 'utf8');
const picturesIn = (text: string) => [...text.matchAll(/!\[([^\]]*)\]\(screenshots\/[^/]+\/([^)]+)\)/g)];

test('every link and picture of the README and of docs leads somewhere', () => expect(brokenLinks(root)).toEqual([]));

test('links are told from text, and headings are named as GitHub names them', () => {
  expect(targetsIn('[a](b.md#c) ![d](e.png) [f](https://g.h) (i)')).toEqual(['b.md#c', 'e.png']);
  expect(headingsIn('# One, two\n## 撤销与审计\ntext')).toEqual(['one-two', '撤销与审计']);
});

describe('the guide', () => {
  test('says the same in both languages: as many chapters, the same pictures, as many steps', () => {
    const shape = (language: string) => {
      const text = guide(language);
      return { chapters: headingsIn(text).length, pictures: picturesIn(text).map((match) => match[2]), steps: text.match(/^(?:\d\.|-|\|) /gm)?.length };
    };
    expect(shape('en')).toEqual(shape('zh-CN'));
    expect(shape('en').chapters).toBeGreaterThan(15);
  });

  test('shows pictures that the script takes, each with words for those who do not see it', () => {
    const taken = Object.values(docsPictures).map((name) => `${name}.png`);
    for (const language of ['zh-CN', 'en']) for (const [, words, file] of picturesIn(guide(language))) expect([words !== '', taken]).toEqual([true, expect.arrayContaining([file])]);
  });

  test('comes with pictures of less than 3 MB, and none that nothing shows', () => {
    const folder = path.join(root, 'docs/screenshots');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));
    expect(files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)).toBeLessThan(3_000_000);
    expect(new Set(files.map((name) => path.basename(name)))).toEqual(new Set(Object.values(docsPictures).map((name) => `${name}.png`)));
  });
});
