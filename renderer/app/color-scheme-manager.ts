import type { Preferences } from '@shared/contracts/preferences';
import type { MantineColorSchemeManager } from '@mantine/core';
import { call } from '@renderer/platform/workbench';

/** Keeps the colour scheme with the machine's preferences, not in the browser's storage. */
export function colorSchemeManager(initial: Preferences['colorScheme']): MantineColorSchemeManager {
  return {
    get: () => initial,
    set: (colorScheme) => void call('preferences.write', { colorScheme }),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => undefined,
  };
}
