import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { cssVariablesResolver, theme } from '@renderer/ui/theme';
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
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} getStyleNonce={() => styleNonce} defaultColorScheme={preferences.colorScheme} colorSchemeManager={colorSchemeManager(preferences.colorScheme)}>
      <Notifications position="bottom-right" />
      <PreferencesProvider initial={preferences}>
        {info.workspace ? <OpenWindow info={info.workspace} ledger={ledger} appVersion={info.appVersion} /> : <ClosedWindow />}
      </PreferencesProvider>
    </MantineProvider>
  );
}
