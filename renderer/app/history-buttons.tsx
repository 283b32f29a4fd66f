import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { type RouterHistory, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';

/** Back and forward, as in a browser. */
export function HistoryButtons() {
  const { t } = useMessages();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const canGoForward = useCanGoForward();
  return (
    <div style={{ display: 'flex' }}>
      <ActionIcon aria-label={t('shell.back')} title={t('shell.back')} disabled={!canGoBack} onClick={() => router.history.back()}>
        <IconArrowLeft size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('shell.forward')} title={t('shell.forward')} disabled={!canGoForward} onClick={() => router.history.forward()}>
        <IconArrowRight size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** The browser does not say whether there is anything ahead: the furthest entry is counted here; a push cuts what lay ahead. */
function useCanGoForward(): boolean {
  const { history }: { history: RouterHistory } = useRouter();
  const furthest = useRef(history.location.state.__TSR_index);
  const [canGoForward, setCanGoForward] = useState(false);
  useEffect(
    () =>
      history.subscribe(({ location, action }) => {
        const index = location.state.__TSR_index;
        furthest.current = action.type === 'PUSH' ? index : Math.max(furthest.current, index);
        setCanGoForward(index < furthest.current);
      }),
    [history],
  );
  return canGoForward;
}
