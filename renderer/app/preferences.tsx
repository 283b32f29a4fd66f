import type { Preferences } from '@shared/contracts/preferences';
import { type ReactNode, createContext, use, useCallback, useMemo, useState } from 'react';
import { setLanguage } from '@renderer/i18n/i18n';
import { call } from '@renderer/platform/workbench';

interface PreferencesState {
  readonly preferences: Preferences;
  /** Takes effect at once; main keeps it for the next start. */
  readonly change: (fields: Partial<Preferences>) => void;
}

const Context = createContext<PreferencesState | null>(null);

/** What this machine remembers: language, colour scheme, rail, last route. */
export function PreferencesProvider({ initial, children }: { readonly initial: Preferences; readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial);
  const change = useCallback((fields: Partial<Preferences>) => {
    setPreferences((known) => ({ ...known, ...fields }));
    if (fields.language) void setLanguage(fields.language);
    void call('preferences.write', fields);
  }, []);
  const state = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <Context value={state}>{children}</Context>;
}

export function usePreferences(): PreferencesState {
  const state = use(Context);
  if (!state) throw new Error('No preferences here');
  return state;
}
