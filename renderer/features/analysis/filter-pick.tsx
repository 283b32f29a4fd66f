import { Combobox, UnstyledButton, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { FactDimension } from '@shared/contracts/fact-filters';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './filter-bar.module.css';
import { valueName } from './value-name';

/** Mantine names the list that the field controls but not the field's role. */
const SEARCH_ROLE = { role: 'combobox' };
/** More than these are looked for by typing. */
const MOST_SHOWN = 200;

interface FilterPickProps {
  readonly dimension: FactDimension;
  readonly offered: readonly string[];
  /** [] = all. */
  readonly picked: readonly string[];
  readonly onPick: (values: string[]) => void;
}

/** Which values of one dimension count: several at once, by click or Enter; the list stays open meanwhile. */
export function FilterPick({ dimension, offered, picked, onPick }: FilterPickProps) {
  const { t } = useMessages();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const name = t(`analysis.dimension_${dimension}`);
  const nameOf = (value: string) => valueName(t, dimension, value);
  const wanted = search.trim().toLowerCase();
  // A picked value stays in the list though no fact carries it any more, so that it can be taken away.
  const values = [...offered, ...picked.filter((value) => !offered.includes(value))];
  const shown = (combobox.dropdownOpened ? values : []).filter((value) => nameOf(value).toLowerCase().includes(wanted)).slice(0, MOST_SHOWN);
  const summary = picked.length === 0 ? t('analysis.filterAll', { count: offered.length }) : picked.length <= 2 ? picked.map(nameOf).join(t('charts.listSeparator')) : t('analysis.filterSome', { count: picked.length });
  const toggle = (value: string) => onPick(picked.includes(value) ? picked.filter((one) => one !== value) : [...picked, value]);
  return (
    <Combobox store={combobox} width={240} position="bottom-start" shadow="md" withinPortal={false} onOptionSubmit={(key) => toggle(key.slice(1))}>
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <UnstyledButton className={styles['pick']} data-active={picked.length > 0 || undefined} aria-haspopup="listbox" aria-expanded={combobox.dropdownOpened} aria-label={t('analysis.filterBy', { name, values: summary })} onClick={() => combobox.toggleDropdown()}>
          <span className={styles['label']}>{name}</span>
          <span className={styles['values']}>{summary}</span>
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search {...SEARCH_ROLE} aria-expanded={combobox.dropdownOpened} value={search} onChange={(event) => setSearch(event.currentTarget.value)} placeholder={t('analysis.filterSearch', { name })} aria-label={t('analysis.filterSearch', { name })} />
        <Combobox.Options className={styles['options'] ?? ''} aria-label={name} aria-multiselectable>
          {shown.length === 0 && <Combobox.Empty>{t('analysis.filterNone')}</Combobox.Empty>}
          {shown.map((value) => {
            const isPicked = picked.includes(value);
            return (
              // The blank value needs a key that is not empty.
              <Combobox.Option key={value} value={`=${value}`} active={isPicked} aria-selected={isPicked} className={styles['option'] ?? ''}>
                <span className={styles['box']} data-picked={isPicked || undefined}>{isPicked && <IconCheck size={12} stroke={2.25} aria-hidden />}</span>
                <span className={styles['name']}>{nameOf(value)}</span>
              </Combobox.Option>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
