import type { Preferences } from '@shared/contracts/preferences';
import { type ReactNode, createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import { setLanguage } from '@renderer/i18n/i18n';
import { UnitChoiceContext } from '@renderer/i18n/unit-choice';
import { call, onEvent } from '@renderer/platform/workbench';
import { PaneWidthsContext } from '@renderer/ui/pane-widths';

interface PreferencesState {
  readonly preferences: Preferences;
  /** Takes effect at once, in every window; main keeps it for the next start. */
  readonly change: (fields: Partial<Preferences>) => void;
}

const Context = createContext<PreferencesState | null>(null);

/** What this machine remembers: language, colour scheme, rail, unit of amounts, widths of panes, last route. */
export function PreferencesProvider({ initial, children }: { readonly initial: Preferences; readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial);
  const change = useCallback((fields: Partial<Preferences>) => {
    setPreferences((known) => ({ ...known, ...fields }));
    if (fields.language) void setLanguage(fields.language);
    void call('preferences.write', fields);
  }, []);
  useEffect(
    () =>
      // Where the other window is is no business of this one.
      onEvent('preferences.changed', ({ lastRoute: _its, ...changed }) => {
        setPreferences((known) => ({ ...known, ...changed }));
        void setLanguage(changed.language);
      }),
    [],
  );
  const state = useMemo(() => ({ preferences, change }), [preferences, change]);
  const { panes } = preferences;
  const widths = useMemo(
    () => ({
      widths: panes,
      setWidth: (name: string, width: number | null) => {
        const { [name]: _before, ...others } = panes;
        change({ panes: width === null ? others : { ...others, [name]: width } });
      },
    }),
    [panes, change],
  );
  return (
    <Context value={state}>
      <UnitChoiceContext value={preferences.moneyUnit}>
        <PaneWidthsContext value={widths}>{children}</PaneWidthsContext>
      </UnitChoiceContext>
    </Context>
  );
}

export function usePreferences(): PreferencesState {
  const state = use(Context);
  if (!state) throw new Error('No preferences here');
  return state;
}
