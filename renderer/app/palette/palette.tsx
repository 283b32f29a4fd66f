import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import type { Command } from './command';
import { Keys } from './keys';
import { type PaletteGroup, paletteGroups } from './palette-list';
import { PaletteRow } from './palette-row';
import { type PaletteAnswer, PaletteSearch } from './palette-search';
import styles from './palette.module.css';
import { useCursor } from './use-cursor';
import { usePaletteLists } from './use-palette-lists';

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly opened: boolean;
  /** Closes, and then runs what was chosen. */
  readonly onClose: (run?: () => void) => void;
}

/** Finds people, customers, targets, imports and commands by what is typed, and opens them. */
export function Palette({ commands, opened, onClose }: PaletteProps) {
  const { t } = useMessages();
  const { lists, reading } = usePaletteLists(opened, commands);
  return (
    <Modal.Root opened={opened} onClose={() => onClose()} size={640} yOffset={88} returnFocus={false} transitionProps={{ duration: 0 }} classNames={{ content: styles['palette'] ?? '' }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Finder lists={lists} reading={reading} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

interface FinderProps {
  readonly lists: ReturnType<typeof usePaletteLists>['lists'];
  readonly reading: boolean;
  readonly onClose: PaletteProps['onClose'];
}

function Finder({ lists, reading, onClose }: FinderProps) {
  const { t } = useMessages();
  const router = useRouter();
  const id = useId();
  const [search] = useState(() => new PaletteSearch());
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<PaletteGroup | null>(null);
  const onlyCommands = isForCommands(typed);
  const text = onlyCommands ? typed.trimStart().slice(1) : typed;
  const among = useMemo(() => (onlyCommands ? lists.filter(({ group }) => group === 'commands') : lists), [lists, onlyCommands]);
  const together = useMemo(() => search.find(among, text, null), [search, among, text]);
  const only = picked !== null && together.groups.some(({ group }) => group === picked) ? picked : onlyCommands ? 'commands' : null;
  const answer = useMemo(() => (only === null ? together : search.find(among, text, only)), [search, among, text, only, together]);
  const rows = answer.groups.flatMap((group) => group.rows);
  const cursor = useCursor(rows.length, `${only ?? ''} ${typed}`);
  const groups = [null, ...paletteGroups.filter((group) => together.groups.some((one) => one.group === group))];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab') setPicked(groups[(groups.indexOf(only) + (event.shiftKey ? groups.length - 1 : 1)) % groups.length] ?? null);
    else if (event.key === 'Enter') open(cursor.at, event.ctrlKey || event.metaKey);
    else if (!cursor.take(event.key)) return;
    event.preventDefault();
  };
  const open = (at: number, inNewWindow: boolean) => {
    const entry = rows[at]?.entry;
    if (entry === undefined || (inNewWindow && entry.route === null)) return;
    const { route } = entry;
    onClose(inNewWindow && route !== null ? () => void call('window.open', { route: router.buildLocation(route).href }) : entry.run);
  };
  const optionId = (at: number) => `${id}-${at}`;
  return (
    <>
      <div className={styles['field']}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-label={t('palette.open')}
          aria-expanded={rows.length > 0}
          aria-autocomplete="list"
          {...(rows.length > 0 ? { 'aria-controls': id, 'aria-activedescendant': optionId(cursor.at) } : {})}
          placeholder={t('palette.open')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <output className={styles['summary']}>{typed.trim() === '' ? '' : t(answer.bySound ? 'palette.countSound' : 'palette.count', { count: answer.total })}</output>
        <Keys shortcut={['Escape']} />
      </div>
      <div className={styles['chips']} role="group" aria-label={t('palette.groups')}>
        {groups.map((group) => (
          <button key={group ?? 'all'} type="button" tabIndex={-1} aria-pressed={group === only} className={styles['chip']} onMouseDown={(event) => event.preventDefault()} onClick={() => setPicked(group)}>
            {t('palette.chip', { group: t(`palette.${group ?? 'all'}`), count: totalOf(together, group) })}
          </button>
        ))}
        <span className={styles['grow']} />
        {reading ? <span>{t('palette.reading')}</span> : <><Keys shortcut={['Tab']} />{t('palette.hintGroup')}</>}
      </div>
      {rows.length > 0 ? (
        <div id={id} role="listbox" aria-label={t('palette.results')} className={styles['list']}>
          {answer.groups.filter((group) => group.rows.length > 0).map(({ group, rows: own }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div id={`${id}-${group}`} role="presentation" className={styles['head']}>{t(`palette.${group}`)}</div>
              {own.map((row) => {
                const at = rows.indexOf(row);
                return <PaletteRow key={row.entry.id} id={optionId(at)} row={row} active={at === cursor.at} onPoint={() => cursor.point(at)} onOpen={(inNewWindow) => open(at, inNewWindow)} />;
              })}
            </div>
          ))}
        </div>
      ) : (
        <div className={styles['none']}><b>{t('palette.none', { text: text.trim() })}</b>{t('palette.noneNext')}</div>
      )}
      <div className={styles['foot']}>
        <span><Keys shortcut={['ArrowUp']} /><Keys shortcut={['ArrowDown']} />{t('palette.hintMove')}</span>
        <span><Keys shortcut={['Enter']} />{t('palette.hintOpen')}</span>
        {rows[cursor.at]?.entry.route && <span><Keys shortcut={['Mod+Enter']} />{t('palette.hintWindow')}</span>}
        <span className={styles['grow']} />
        <span>{t('palette.hintCommands', { sign: '>' })}</span>
      </div>
    </>
  );
}

/** `>` as any keyboard and input method writes it. */
const isForCommands = (typed: string): boolean => /^\s*[>\uff1e\u300b]/.test(typed);

const totalOf = ({ groups, total }: PaletteAnswer, group: PaletteGroup | null): number => (group === null ? total : (groups.find((one) => one.group === group)?.total ?? 0));
