import type { Preferences } from '@shared/contracts/preferences';
import type { CallOutput } from '@shared/contracts/workbench-calls';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { i18n, setLanguage } from '@renderer/i18n/i18n';
import { call } from '@renderer/platform/workbench';
import { cssVariablesResolver, theme } from '@renderer/ui/theme';
import { I18nextProvider } from 'react-i18next';
import { colorSchemeManager } from './color-scheme-manager';
import { ClosedWindow } from './closed-window';
import { OpenWindow } from './open-window';
import { PreferencesProvider } from './preferences';
import { styleNonce } from './style-nonce';

interface Booted {
  readonly info: CallOutput<'app.info'>;
  readonly preferences: Preferences;
}

async function readMachine(): Promise<Booted> {
  const [info, preferences] = await Promise.all([call('app.info', {}), call('preferences.read', {})]);
  if (!info.ok) throw new Error(`${info.error.code}: ${info.error.detail}`);
  if (!preferences.ok) throw new Error(`${preferences.error.code}: ${preferences.error.detail}`);
  await setLanguage(preferences.value.language);
  return { info: info.value, preferences: preferences.value };
}

/** The root: learns what main knows (one short call), then shows the workspace or the doors to one. */
export function Boot() {
  const [booted, setBooted] = useState<Booted | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    readMachine().then(setBooted, setFault);
  }, []);
  if (fault !== null) throw fault;
  if (!booted) return null;
  const { info, preferences } = booted;
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} getStyleNonce={() => styleNonce} defaultColorScheme={preferences.colorScheme} colorSchemeManager={colorSchemeManager(preferences.colorScheme)}>
        <Notifications position="bottom-right" />
        <PreferencesProvider initial={preferences}>
          {info.workspace ? <OpenWindow info={info.workspace} appVersion={info.appVersion} /> : <ClosedWindow />}
        </PreferencesProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
