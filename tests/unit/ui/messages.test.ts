import { describe, expect, test } from 'vitest';
import { callFailureCodes } from '@shared/contracts/workbench-calls';
import { catalogue } from '@shared/messages/catalogue';
import { codeKey } from '@shared/messages/message-key';
import { i18n, textOf, translatorFor } from '@renderer/i18n/i18n';

const modules = Object.keys(catalogue['zh-CN']) as (keyof (typeof catalogue)['zh-CN'])[];
const paramsIn = (text = '') => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]));
const isBlank = (text = '') => text.trim() === '';

describe('every message stands in both languages', () => {
  test.each(modules)('%s: the same keys, none empty, with the same params', (module) => {
    const zh: Record<string, string> = catalogue['zh-CN'][module];
    const en: Record<string, string> = catalogue.en[module];
    expect(new Set(Object.keys(en).filter((key) => !key.endsWith('_one')))).toEqual(new Set(Object.keys(zh)));
    expect(Object.keys(zh).filter((key) => isBlank(zh[key]) || isBlank(en[key]))).toEqual([]);
    for (const key of Object.keys(zh)) expect({ key, params: paramsIn(en[key]) }).toEqual({ key, params: paramsIn(zh[key]) });
  });

  test('English holds no Chinese text but the names of Chinese systems', () => {
    const texts = modules.flatMap((module) => Object.values<string>(catalogue.en[module]));
    expect(texts.filter((text) => /[\u4e00-\u9fff]/.test(text.replaceAll(/纷享销客|金蝶/g, '')))).toEqual([]);
  });

  test('every failure of a call has words', () => {
    const keys = callFailureCodes.map((code) => codeKey('calls', code));
    for (const language of ['zh-CN', 'en'] as const) expect(keys.filter((key) => textOf(language, key, {}) === key)).toEqual([]);
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
