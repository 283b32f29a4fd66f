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
  return settings === null ? <SetUp workspaceId={info.id} /> : <Window />;
}

/** Then straight to the files, with the first steps over the page. */
function SetUp({ workspaceId }: { readonly workspaceId: string }) {
  const { preferences, change } = usePreferences();
  const begin = () => {
    history.replaceState(null, '', '#/data');
    change({ guides: { ...preferences.guides, [workspaceId]: 'shown' } });
  };
  return <SetUpPage onBegin={begin} />;
}

function Window() {
  const { preferences } = usePreferences();
  const [router] = useState(() => {
    if (location.hash === '' && preferences.lastRoute.startsWith('/')) history.replaceState(null, '', `#${preferences.lastRoute}`);
    return createWindowRouter();
  });
  return <RouterProvider router={router} />;
}
