import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { useGuide } from './use-guide';

/** In the settings menu: shows the strip over the pages again, or hides it. */
export function StartStripButton({ onGo }: { readonly onGo: () => void }) {
  const { t } = useMessages();
  const { sample } = useWorkspaceInfo();
  const { guide, setGuide } = useGuide();
  const hidden = guide === 'hidden';
  return (
    <Button
      variant="subtle"
      justify="flex-start"
      leftSection={<IconListCheck size={14} stroke={1.75} aria-hidden />}
      onClick={() => {
        setGuide(hidden ? 'kept' : 'hidden');
        onGo();
      }}
    >
      {t(sample ? (hidden ? 'firstSteps.showSample' : 'firstSteps.hideSample') : hidden ? 'firstSteps.show' : 'firstSteps.hide')}
    </Button>
  );
}
