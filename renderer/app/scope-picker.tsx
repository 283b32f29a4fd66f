import { Combobox, UnstyledButton, useCombobox } from '@mantine/core';
import { IconChevronDown, IconHierarchy2, IconUser } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { findNames } from '@shared/domain/search/find-names';
import { searchQuery } from '@shared/domain/search/match-name';
import { useMessages } from '@renderer/i18n/use-messages';
import { useFigures } from '@renderer/parts/use-figures';
import { usePlace } from '@renderer/parts/use-place';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { useSearchNames } from './palette/use-search-names';
import { type ScopeOption, scopeOptions } from './scope-options';
import styles from './scope-picker.module.css';

const NO_OPTIONS: readonly ScopeOption[] = [];

/** Mantine names the list that the field controls but not the field's role. */
const SEARCH_ROLE = { role: 'combobox' };

/** Which part of the organisation everything on screen is about. */
export function ScopePicker() {
  const { t } = useMessages();
  const { scope, setScope } = usePlace();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const options = useScopeOptions();
  // A closed list of everybody would cost the first picture more than opening it costs a click.
  const offered = combobox.dropdownOpened ? options : NO_OPTIONS;
  const names = useSearchNames(useMemo(() => offered.map(({ name }) => name), [offered]), 'people');
  const query = searchQuery(search);
  const isSearch = query.codes.length > 0;
  const shown = isSearch ? findNames(names, query, null).best.map((at) => offered[at]!) : offered;
  const root = options[0];
  const picked = options.find((option) => option.id === scope) ?? root;
  if (!root || !picked) return null;

  return (
    <Combobox
      store={combobox}
      width={280}
      position="bottom-start"
      shadow="md"
      withinPortal={false}
      onOptionSubmit={(id) => {
        setScope(id === root.id ? null : id);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <UnstyledButton className={styles['target']} aria-haspopup="listbox" aria-expanded={combobox.dropdownOpened} aria-label={t('shell.scopePick', { name: picked.name })} onClick={() => combobox.toggleDropdown()}>
          <IconHierarchy2 size={14} stroke={1.75} aria-hidden />
          <b>{picked.name}</b>
          {picked.kind === 'unit' && <span className={styles['count']}>{t('shell.people', { count: picked.people })}</span>}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search {...SEARCH_ROLE} aria-expanded={combobox.dropdownOpened} value={search} onChange={(event) => setSearch(event.currentTarget.value)} placeholder={t('shell.scopeSearch')} aria-label={t('shell.scopeSearch')} />
        <Combobox.Options className={styles['options'] ?? ''} aria-label={t('shell.scopeSearch')}>
          {shown.length === 0 && isSearch && <Combobox.Empty>{t('shell.scopeNone')}</Combobox.Empty>}
          {shown.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === picked.id} className={styles['option'] ?? ''} data-picked={option.id === picked.id || undefined} style={{ paddingLeft: isSearch ? 8 : 8 + 16 * option.depth }}>
              {option.kind === 'person' && <IconUser size={14} stroke={1.75} aria-hidden />}
              <span className={styles['name']} data-unit={option.kind === 'unit' || undefined}>{option.name}</span>
              {option.kind === 'unit' && <span className={styles['count']}>{t('shell.people', { count: option.people })}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function useScopeOptions(): ScopeOption[] {
  const { db } = useWorkspace();
  const { figures } = useFigures();
  const org = useLiveQuery(async () => ({ units: await db.orgUnits.toArray(), memberships: await db.memberships.toArray(), people: await db.people.toArray() }), [db]);
  return useMemo(() => (org && figures ? scopeOptions(org, figures.period.from, figures.period.to) : []), [org, figures]);
}
