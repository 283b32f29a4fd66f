import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import type { Kpi } from '@shared/records/scorecard-template';
import { readyKpis } from '@renderer/data/scorecard-templates';
import { useMessages } from '@renderer/i18n/use-messages';
import { manualKpi } from './template-draft';

/** Takes a KPI from the library, or one that the manager scores. */
export const AddKpiMenu = memo(function AddKpiMenu({ onAdd }: { readonly onAdd: (kpi: Kpi) => void }) {
  const { t, language } = useMessages();
  return (
    <Menu position="bottom-start" portalProps={{ target: 'main' }}>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}>{t('templates.addKpi')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('templates.fromLibrary')}</Menu.Label>
        {readyKpis(language).map((kpi) => <Menu.Item key={kpi.id} onClick={() => onAdd(kpi)}>{kpi.name}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item onClick={() => onAdd(manualKpi(t('templates.newKpi')))}>{t('templates.newKpi')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
