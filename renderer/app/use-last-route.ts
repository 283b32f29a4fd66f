import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '@renderer/platform/workbench';

/** Remembers where the window is, with its period and scope, for the next start. */
export function useLastRoute(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ toLocation }) => {
        if (toLocation.href.length <= 2000) void call('preferences.write', { lastRoute: toLocation.href });
      }),
    [router],
  );
}
