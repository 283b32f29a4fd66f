import type { RecentFolder } from '@shared/contracts/recent-folder';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { codeKey } from '@shared/messages/message-key';
import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck, IconFileSpreadsheet, IconFolder, IconFolderOff, IconLock, IconRefresh, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { Panel } from '@renderer/ui/panel';
import { HeadLink } from './head-link';
import styles from './recent-folders.module.css';
import { useImportBatches } from './use-import-batches';

type ListedFile = RecentFolder['files'][number];

/** Folders of before and what can be imported from them now: one press takes a file. Nothing before any file was ever chosen. */
export function RecentFolders({ onTake }: { readonly onTake: (file: ListedFile) => void }) {
  const { t } = useMessages();
  const { folders, refresh, forget } = useRecentFolders();
  const known = useKnownFiles();
  if (folders.length === 0) return null;
  return (
    <Panel
      title={t('importFiles.recentTitle')}
      note={t('importFiles.recentNote')}
      className={styles['panel']!}
      actions={<HeadLink icon={<IconRefresh size={14} stroke={1.75} aria-hidden />} onClick={refresh}>{t('importFiles.recentRefresh')}</HeadLink>}
    >
      <ul className={styles['folders']}>
        {folders.map((folder) => (
          <li key={folder.folder}>
            <FolderHead folder={folder} onForget={() => forget(folder.folder)} />
            <FolderFiles folder={folder} known={known} onTake={onTake} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FolderHead({ folder: { name, place, state }, onForget }: { readonly folder: RecentFolder; readonly onForget: () => void }) {
  const { t } = useMessages();
  const StateIcon = { there: IconFolder, missing: IconFolderOff, locked: IconLock }[state];
  return (
    <div className={styles['head']}>
      <StateIcon size={14} stroke={1.75} aria-hidden />
      <b>{name}</b>
      <span className={styles['place']} title={place}>{place}</span>
      <ActionIcon size={24} aria-label={t('importFiles.recentForget', { name })} title={t('importFiles.recentForget', { name })} onClick={onForget}><IconX size={12} stroke={2.25} aria-hidden /></ActionIcon>
    </div>
  );
}

function FolderFiles({ folder, known, onTake }: { readonly folder: RecentFolder; readonly known: ReadonlySet<string>; readonly onTake: (file: ListedFile) => void }) {
  const { t } = useMessages();
  if (folder.state !== 'there') return <p className={styles['trouble']} role="status">{t(folder.state === 'missing' ? 'importFiles.recentMissing' : 'importFiles.recentLocked')}</p>;
  if (folder.files.length === 0) return <p className={styles['none']}>{t('importFiles.recentEmpty')}</p>;
  return (
    <>
      <ul className={styles['files']} aria-label={folder.name}>
        {folder.files.map((file) => <li key={file.file}><FileButton file={file} imported={known.has(fileKey(file.name, file.bytes))} onTake={() => onTake(file)} /></li>)}
      </ul>
      {folder.more > 0 && <p className={styles['none']}>{t('importFiles.recentMore', { count: folder.more })}</p>}
    </>
  );
}

function FileButton({ file: { name, bytes, changedAt, heldOpen }, imported, onTake }: { readonly file: ListedFile; readonly imported: boolean; readonly onTake: () => void }) {
  const { t } = useMessages();
  const formats = useFormats();
  return (
    <button type="button" className={styles['file']} title={t('importFiles.recentTake', { name })} onClick={onTake}>
      <IconFileSpreadsheet size={14} stroke={1.75} aria-hidden />
      <span className={styles['name']}>{name}</span>
      {heldOpen && <span className={styles['held']}><IconLock size={12} stroke={2} aria-hidden />{t('importFiles.heldOpen')}</span>}
      {imported && <span className={styles['imported']}><IconCircleCheck size={12} stroke={2} aria-hidden />{t('importFiles.imported')}</span>}
      <span className={styles['size']}>{formats.bytes(bytes)}</span>
      <span className={styles['when']}>{formats.instant(changedAt)}</span>
    </button>
  );
}

function useRecentFolders(): { readonly folders: readonly RecentFolder[]; readonly refresh: () => void; readonly forget: (folder: string) => void } {
  const [folders, setFolders] = useState<readonly RecentFolder[]>([]);
  const { t } = useMessages();
  const [asked, setAsked] = useState(0);
  const tell = useCallback(({ code }: CallFailure) => void notifications.show({ color: 'red', message: t(codeKey('calls', code)) }), [t]);
  const refresh = () => setAsked((count) => count + 1);
  useEffect(() => {
    let wanted = true;
    const look = () =>
      void call('import.folders', {}).then((answer) => {
        if (!wanted) return;
        if (answer.ok) setFolders(answer.value);
        else tell(answer.error);
      });
    look();
    // Files come and go while another program is in front.
    window.addEventListener('focus', look);
    return () => {
      wanted = false;
      window.removeEventListener('focus', look);
    };
  }, [asked, tell]);
  const forget = (folder: string) =>
    void call('import.forgetFolder', { folder }).then((answer) => {
      if (!answer.ok) tell(answer.error);
      refresh();
    });
  return { folders, refresh, forget };
}

const fileKey = (name: string, bytes: number): string => `${bytes}/${name}`;

/** Files of batches that stand, by name and size: hashing every listed file would read them all. */
function useKnownFiles(): ReadonlySet<string> {
  const batches = useImportBatches() ?? [];
  return new Set(batches.filter(({ undoneAt }) => undoneAt === null).map(({ fileName, bytes }) => fileKey(fileName, bytes)));
}
