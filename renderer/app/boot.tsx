import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { i18n } from '@renderer/i18n/i18n';
import { cssVariablesResolver, theme } from '@renderer/ui/theme';
import { I18nextProvider } from 'react-i18next';
import { colorSchemeManager } from './color-scheme-manager';
import { ClosedWindow } from './closed-window';
import { OpenWindow } from './open-window';
import { PreferencesProvider } from './preferences';
import type { StartUp } from './start-up';
import { styleNonce } from './style-nonce';

/** The root: shows the workspace, or the doors to one. */
export function Boot({ startUp }: { readonly startUp: StartUp }) {
  const { info, preferences, ledger } = startUp;
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} getStyleNonce={() => styleNonce} defaultColorScheme={preferences.colorScheme} colorSchemeManager={colorSchemeManager(preferences.colorScheme)}>
        <Notifications position="bottom-right" />
        <PreferencesProvider initial={preferences}>
          {info.workspace ? <OpenWindow info={info.workspace} ledger={ledger} appVersion={info.appVersion} /> : <ClosedWindow />}
        </PreferencesProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
