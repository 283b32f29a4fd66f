import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { SetUpPage } from '@renderer/features/start/set-up-page';
import { useSettings } from '@renderer/parts/use-settings';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { usePreferences } from './preferences';
import { createWindowRouter } from './router';
import { SampleGate } from './sample-gate';
import { ShellFrame } from './shell-frame';

/** A workspace is of use once it knows whose it is; the sample fills itself first. */
export function SetUpGate() {
  const info = useWorkspaceInfo();
  const settings = useSettings();
  if (settings === undefined) return <ShellFrame />;
  if (info.sample) return <SampleGate settings={settings}><Window /></SampleGate>;
  return settings === null ? <SetUpPage /> : <Window />;
}

function Window() {
  const { preferences } = usePreferences();
  const [router] = useState(() => {
    if (location.hash === '' && preferences.lastRoute.startsWith('/')) history.replaceState(null, '', `#${preferences.lastRoute}`);
    return createWindowRouter();
  });
  return <RouterProvider router={router} />;
}
