import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconPhoto, IconTableExport } from '@tabler/icons-react';
import { codeKey } from '@shared/messages/message-key';
import { useRef } from 'react';
import { type ChartPicture, drawPicture } from '@renderer/charts/chart-picture';
import type { MoneyUnit } from '@renderer/i18n/formats';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { writeCsv } from '@renderer/i18n/write-csv';
import { useTask } from '@renderer/parts/use-task';
import { call } from '@renderer/platform/workbench';

/** A panel's numbers as a file holds them: exact, amounts in plain yuan, rates as fractions; '' = not known. */
export interface PanelTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ExportMenuProps {
  readonly title: string;
  /** Scope, period and filters: the second line of the picture. */
  readonly note: string;
  readonly unit: MoneyUnit;
  readonly draw: ChartPicture['draw'];
  /** Made when it is asked for. */
  readonly table: () => PanelTable;
  readonly disabled: boolean;
}

/** A panel's chart as a picture and its numbers as a table, into files of the user's choice. */
export function ExportMenu({ title, note, unit, draw, table, disabled }: ExportMenuProps) {
  const { t, language } = useMessages();
  const { unitName } = useFormats();
  const { running, run } = useTask();
  const button = useRef<HTMLButtonElement>(null);
  const save = (ending: 'png' | 'csv', bytesOf: () => Promise<Uint8Array<ArrayBuffer>>) =>
    run(ending, async () => {
      const saved = await call('file.save', { suggestedName: `${fileName(`${title} ${note}`)}.${ending}`, bytes: await bytesOf() });
      if (!saved.ok) notifications.show({ color: 'red', message: t('analysis.exportFailed', { reason: t(codeKey('calls', saved.error.code)) }) });
      else if (saved.value.saved) notifications.show({ message: t(ending === 'png' ? 'analysis.pictureSaved' : 'analysis.tableSaved') });
    });
  const picture = () => {
    const canvas = button.current?.closest('section')?.querySelector('canvas');
    if (!canvas) throw new Error('There is no chart to take a picture of');
    return drawPicture({ title, note: `${note} · ${unitName(unit)}`, draw, width: canvas.clientWidth, height: canvas.clientHeight, look: { t, language, unit } });
  };
  return (
    <Menu position="bottom-end" portalProps={{ target: 'main' }}>
      <Menu.Target>
        <ActionIcon ref={button} disabled={disabled} loading={running !== null} aria-label={t('analysis.exportOf', { name: title })}><IconDots size={16} stroke={1.75} aria-hidden /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item fz="xs" leftSection={<IconPhoto size={14} stroke={1.75} aria-hidden />} onClick={() => save('png', picture)}>{t('analysis.exportPicture')}</Menu.Item>
        <Menu.Item fz="xs" leftSection={<IconTableExport size={14} stroke={1.75} aria-hidden />} onClick={() => save('csv', () => Promise.resolve(tableBytes(table())))}>{t('analysis.exportTable')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const tableBytes = ({ head, rows }: PanelTable): Uint8Array<ArrayBuffer> => writeCsv(head, rows);

/** What no file system takes out of a name becomes a blank. */
const fileName = (text: string): string => text.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim().slice(0, 120);
