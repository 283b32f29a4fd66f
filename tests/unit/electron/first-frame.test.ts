import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ComponentProps, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Preferences } from '@shared/contracts/preferences';
import { setLanguage } from '@renderer/i18n/i18n';
import { PreferencesProvider } from '@renderer/app/preferences';
import { ShellFrame } from '@renderer/app/shell-frame';
import { type FirstFrame, fillFirstFrame } from '../../../electron/first-frame';

const page = readFileSync(path.join(import.meta.dirname, '../../../renderer/index.html'), 'utf8');
const zh: FirstFrame = { language: 'zh-CN', dark: false, railFolded: false, hasWorkspace: true };

/** What stands in #root, its attributes in one order and spelling. */
const frameOf = (html: string): string => comparable(/<div id="root">(.*)<\/div>/.exec(html)?.[1] ?? '');
const comparable = (markup: string): string =>
  markup
    .replaceAll(/ class="tabler[^"]*"/g, '')
    .replaceAll(' />', '/>')
    .replaceAll(/<(\w+)((?: [\w-]+="[^"]*")*)(\/?)>/g, (_tag, name: string, attributes: string, end: string) => `<${name}${(attributes.match(/ [\w-]+="[^"]*"/g) ?? []).sort().join('')}${end}>`)
    .replaceAll(/<path([^>]*)><\/path>/g, '<path$1/>');

describe('the first frame of a window, before any script has run', () => {
  test.each<FirstFrame>([zh, { ...zh, language: 'en', railFolded: true }])('is the one that React draws: %o', async (frame) => {
    Object.assign(globalThis, { document: { documentElement: {} } });
    await setLanguage(frame.language);
    const preferences: Preferences = { language: frame.language, colorScheme: 'auto', railFolded: frame.railFolded, lastRoute: '', moneyUnit: 'auto', panes: {}, guides: {} };
    const props: ComponentProps<typeof PreferencesProvider> = { initial: preferences, children: createElement(ShellFrame) };
    const drawn = renderToStaticMarkup(createElement(PreferencesProvider, props));
    expect(frameOf(fillFirstFrame(page, frame))).toBe(comparable(drawn));
  });

  test('has the language and colours of the preferences', () => {
    expect(fillFirstFrame(page, { ...zh, dark: true })).toContain('<html lang="zh-CN" data-mantine-color-scheme="dark">');
    expect(fillFirstFrame(page, { ...zh, language: 'en' })).toContain('<html lang="en" data-mantine-color-scheme="light">');
  });

  test('shows no shell at the doors', () => {
    expect(fillFirstFrame(page, { ...zh, hasWorkspace: false })).toContain('<div class="frame" hidden>');
  });

  test('leaves no mark behind', () => {
    expect(fillFirstFrame(page, zh).replace(/<!--.*?-->/gs, '')).not.toMatch(/__[A-Z_]+__/);
  });
});
