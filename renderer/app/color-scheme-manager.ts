import type { Preferences } from '@shared/contracts/preferences';
import type { MantineColorSchemeManager } from '@mantine/core';
import { call, onEvent } from '@renderer/platform/workbench';

/** Keeps the colour scheme with the machine's preferences, not in the browser's storage; another window's choice is taken over. */
export function colorSchemeManager(initial: Preferences['colorScheme']): MantineColorSchemeManager {
  let stop: (() => void) | null = null;
  return {
    get: () => initial,
    set: (colorScheme) => void call('preferences.write', { colorScheme }),
    subscribe: (onUpdate) => {
      stop = onEvent('preferences.changed', ({ colorScheme }) => onUpdate(colorScheme));
    },
    unsubscribe: () => stop?.(),
    clear: () => undefined,
  };
}
