import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { call, onEvent } from '@renderer/platform/workbench';
import { Notice } from '@renderer/ui/notice';
import styles from './disk-banner.module.css';

/** Over every page while the disk is low: how much is left, which disk, what will not be done. */
export function DiskBanner() {
  const { t } = useMessages();
  const { bytes } = useFormats();
  const { path } = useWorkspaceInfo();
  const [freeBytes, setFreeBytes] = useState<number | null>(null);
  useEffect(() => {
    let asked = true;
    const stop = onEvent('keep.disk', ({ freeBytes: free, low }) => {
      asked = false;
      setFreeBytes(low ? free : null);
    });
    // The first screen comes first.
    const idle = requestIdleCallback(() => void call('keep.state', {}).then((answer) => asked && answer.ok && answer.value.lowDisk && setFreeBytes(answer.value.freeBytes)));
    return () => {
      asked = false;
      cancelIdleCallback(idle);
      stop();
    };
  }, []);
  if (freeBytes === null) return null;
  return (
    <div className={styles['banner']} data-print-hide>
      <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />} action={<Link to="/copies" className={styles['link']}>{t('copies.bannerOpen')}</Link>}>
        {t('copies.banner', { size: bytes(freeBytes), path })}
      </Notice>
    </div>
  );
}
