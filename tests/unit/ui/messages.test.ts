import { describe, expect, test } from 'vitest';
import { callFailureCodes } from '@shared/contracts/workbench-calls';
import { catalogue } from '@shared/messages/catalogue';
import { codeKey } from '@shared/messages/message-key';
import { i18n, textOf, translatorFor } from '@renderer/i18n/i18n';

const modules = Object.keys(catalogue['zh-CN']) as (keyof (typeof catalogue)['zh-CN'])[];
const paramsIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('every message stands in both languages', () => {
  test.each(modules)('%s: the same keys, none empty, with the same params', (module) => {
    const zh: Record<string, string> = catalogue['zh-CN'][module];
    const en: Record<string, string> = catalogue.en[module];
    expect(Object.keys(en).filter((key) => !key.endsWith('_one')).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, text] of Object.entries(zh)) {
      expect(text.trim(), key).not.toBe('');
      expect(en[key]?.trim(), key).not.toBe('');
      expect([...new Set(paramsIn(en[key] ?? ''))], key).toEqual([...new Set(paramsIn(text))]);
    }
  });

  test('English holds no Chinese text but the names of Chinese systems', () => {
    const withoutNames = (text: string) => text.replaceAll(/纷享销客|金蝶/g, '');
    for (const module of modules) for (const [key, text] of Object.entries(catalogue.en[module])) expect(withoutNames(text), `${module}.${key}`).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('every failure of a call has words', () => {
    for (const code of callFailureCodes) {
      const key = codeKey('calls', code);
      for (const language of ['zh-CN', 'en'] as const) expect(textOf(language, key, {}), key).not.toBe(key);
    }
  });
});

describe('messages', () => {
  test('params are filled in as they are, without escaping', () => {
    expect(translatorFor('zh-CN')('shell.undo', { label: '分解 <华东> & 苏南' })).toBe('撤销 分解 <华东> & 苏南');
  });

  test('English has a singular', () => {
    expect(translatorFor('en')('shell.people', { count: 1 })).toBe('1 person');
    expect(translatorFor('en')('shell.people', { count: 1200 })).toBe('1,200 people');
  });

  test('another language needs no restart', async () => {
    await i18n.changeLanguage('en');
    expect(i18n.t('shell.targets')).toBe('Targets');
    await i18n.changeLanguage('zh-CN');
    expect(i18n.t('shell.targets')).toBe('目标');
  });
});
