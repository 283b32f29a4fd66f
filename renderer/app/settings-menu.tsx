import { ActionIcon, Button, Popover, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconAdjustments, IconArrowsExchange, IconSettings } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import type { Preferences } from '@shared/contracts/preferences';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { languageNames } from './language-names';
import { PlaceLinks } from './place-links';
import { usePreferences } from './preferences';
import { StartStripButton } from './start-strip-button';
import styles from './settings-menu.module.css';

interface SettingsMenuProps {
  /** Only where a workspace is open. */
  readonly canClose?: boolean;
  readonly appVersion?: string;
}

const UNITS = ['yuan', 'wan', 'yi'] as const;

/** Opened rarely: its code waits until then. */
const WorkspaceSettings = lazy(() => import('@renderer/features/start/workspace-settings-dialog').then((module) => ({ default: module.WorkspaceSettingsDialog })));

/** Language, colour scheme, the workspace's own settings and the way to another workspace. */
export function SettingsMenu({ canClose = false, appVersion }: SettingsMenuProps) {
  const { t } = useMessages();
  const { preferences, change } = usePreferences();
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Popover position="right-end" width={340} trapFocus opened={opened} onChange={setOpened}>
        <Popover.Target>
          <ActionIcon size={24} aria-label={t('shell.settings')} title={t('shell.settings')} onClick={() => setOpened(!opened)}>
            <IconSettings size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown className={styles['menu'] ?? ''}>
          <div className={styles['line']}>
            <span>{t('shell.language')}</span>
            <SegmentedControl<Preferences['language']>
              fullWidth
              aria-label={t('shell.language')}
              value={preferences.language}
              data={[{ value: 'zh-CN', label: languageNames['zh-CN'] }, { value: 'en', label: languageNames.en }]}
              onChange={(language) => change({ language })}
            />
          </div>
          <div className={styles['line']}>
            <span>{t('shell.scheme')}</span>
            <SegmentedControl<Preferences['colorScheme']>
              fullWidth
              aria-label={t('shell.scheme')}
              value={colorScheme}
              data={[{ value: 'light', label: t('shell.schemeLight') }, { value: 'dark', label: t('shell.schemeDark') }, { value: 'auto', label: t('shell.schemeAuto') }]}
              onChange={setColorScheme}
            />
          </div>
          {canClose && (
            <div className={styles['line']}>
              <span>{t('windows.unit')}</span>
              <SegmentedControl<Preferences['moneyUnit']>
                fullWidth
                aria-label={t('windows.unit')}
                value={preferences.moneyUnit}
                data={[{ value: 'auto', label: t('windows.unitAuto') }, ...UNITS.map((value) => ({ value, label: t(`windows.unit_${value}`) }))]}
                onChange={(moneyUnit) => change({ moneyUnit })}
              />
            </div>
          )}
          {canClose && <PlaceLinks onGo={() => setOpened(false)} />}
          {canClose && <StartStripButton onGo={() => setOpened(false)} />}
          {canClose && (
            <Button
              variant="subtle"
              justify="flex-start"
              leftSection={<IconAdjustments size={14} stroke={1.75} aria-hidden />}
              onClick={() => {
                setOpened(false);
                setAsking(true);
              }}
            >
              {t('start.settings')}
            </Button>
          )}
          {(canClose || appVersion !== undefined) && (
            <div className={styles['last']}>
              {canClose && <Button leftSection={<IconArrowsExchange size={14} stroke={1.75} aria-hidden />} onClick={() => void call('workspace.close', {})}>{t('shell.closeWorkspace')}</Button>}
              {appVersion !== undefined && <span>{t('shell.version', { version: appVersion })}</span>}
            </div>
          )}
        </Popover.Dropdown>
      </Popover>
      {asking && <Suspense fallback={null}><WorkspaceSettings onClose={() => setAsking(false)} /></Suspense>}
    </>
  );
}
