import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SearchName } from '@shared/domain/search/search-name';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import type { Command } from './command';
import { Keys } from './keys';
import { type PaletteGroup, paletteGroups } from './palette-list';
import { PaletteRow } from './palette-row';
import { type OpenedBefore, type PaletteAnswer, PaletteSearch, recentRows } from './palette-search';
import styles from './palette.module.css';
import { useCursor } from './use-cursor';
import { usePaletteLists } from './use-palette-lists';
import { useCustomerNames } from './use-search-names';

const MOST_RECENT = 5;

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly opened: boolean;
  /** Closes, and then runs what was chosen. */
  readonly onClose: (run?: () => void) => void;
}

/** Finds people, customers, targets, imports and commands by what is typed, and opens them. */
export function Palette({ commands, opened, onClose }: PaletteProps) {
  const { t } = useMessages();
  // Of ten thousand customers what was read is kept while it is closed; all else is read again at once.
  const customers = useCustomerNames(opened);
  const [recent, setRecent] = useState<readonly OpenedBefore[]>([]);
  const remember = (entry: OpenedBefore) => setRecent((before) => [entry, ...before.filter(({ group, id }) => group !== entry.group || id !== entry.id)].slice(0, MOST_RECENT));
  return (
    <Modal.Root opened={opened} onClose={() => onClose()} size={640} yOffset={88} returnFocus={false} transitionProps={{ duration: 0 }} classNames={{ content: styles['palette'] ?? '' }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Finder commands={commands} customers={customers} recent={recent} onOpened={remember} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

interface FinderProps {
  readonly commands: readonly Command[];
  /** Null until they are read. */
  readonly customers: readonly SearchName[] | null;
  readonly recent: readonly OpenedBefore[];
  readonly onOpened: (opened: OpenedBefore) => void;
  readonly onClose: PaletteProps['onClose'];
}

function Finder({ commands, customers, recent, onOpened, onClose }: FinderProps) {
  const { t } = useMessages();
  const lists = usePaletteLists(commands, customers);
  const router = useRouter();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // At once: Mantine's own focus comes a moment later, and the first letter would be lost.
  useLayoutEffect(() => field.current?.focus(), []);
  const [search] = useState(() => new PaletteSearch());
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<PaletteGroup | null>(null);
  const onlyCommands = isForCommands(typed);
  const text = onlyCommands ? typed.trimStart().slice(1) : typed;
  const among = useMemo(() => (onlyCommands ? lists.filter(({ group }) => group === 'commands') : lists), [lists, onlyCommands]);
  const together = useMemo(() => search.find(among, text, null), [search, among, text]);
  const only = picked !== null && together.groups.some(({ group }) => group === picked) ? picked : onlyCommands ? 'commands' : null;
  const answer = useMemo(() => (only === null ? together : search.find(among, text, only)), [search, among, text, only, together]);
  const sections = useMemo(() => {
    const before = text.trim() === '' && only === null ? recentRows(lists, recent) : [];
    return [{ group: 'recent' as const, rows: before }, ...answer.groups].filter((section) => section.rows.length > 0);
  }, [lists, recent, answer, text, only]);
  const rows = sections.flatMap((section) => section.rows);
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
    const row = rows[at];
    if (row === undefined || (inNewWindow && row.entry.route === null)) return;
    const { group, entry, entry: { route } } = row;
    onOpened({ group, id: entry.id, name: entry.name.text });
    onClose(inNewWindow && route !== null ? () => void call('window.open', { route: router.buildLocation(route).href }) : entry.run);
  };
  const optionId = (at: number) => `${id}-${at}`;
  return (
    <>
      <div className={styles['field']}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          ref={field}
          data-autofocus
          role="combobox"
          aria-label={t('palette.open')}
          aria-expanded={rows.length > 0}
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={rows.length > 0 ? optionId(cursor.at) : undefined}
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
        {customers === null ? <span>{t('palette.reading')}</span> : <><Keys shortcut={['Tab']} />{t('palette.hintGroup')}</>}
      </div>
      {rows.length > 0 ? (
        <div id={id} role="listbox" aria-label={t('palette.results')} className={styles['list']}>
          {sections.map(({ group, rows: own }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div id={`${id}-${group}`} role="presentation" className={styles['head']}>{t(`palette.${group}`)}</div>
              {own.map((row) => {
                const at = rows.indexOf(row);
                return <PaletteRow key={`${row.group} ${row.entry.id}`} id={optionId(at)} row={row} active={at === cursor.at} onPoint={() => cursor.point(at)} onOpen={(inNewWindow) => open(at, inNewWindow)} />;
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
