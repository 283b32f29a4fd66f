import type { Person } from '@shared/records/person';
import { Select } from '@mantine/core';
import { useMessages } from '@renderer/i18n/use-messages';
import { useNameOrder } from '@renderer/i18n/use-name-order';
import type { OwnerEntry } from './owner-list';
import styles from './owners-tab.module.css';

const AUTOMATIC = 'automatic';
const NOBODY = 'nobody';
const personValue = (id: string) => `person:${id}`;

/** What the user decided: a person, nobody, or to leave it to the matching. */
export type OwnerChoice = { readonly kind: 'automatic' } | { readonly kind: 'decided'; readonly personId: string | null };

interface OwnerPersonSelectProps {
  readonly owner: OwnerEntry;
  readonly people: readonly Person[];
  readonly onChoose: (choice: OwnerChoice) => void;
}

/** Who an owner is: as matched, nobody, or one of the people. */
export function OwnerPersonSelect({ owner, people, onChoose }: OwnerPersonSelectProps) {
  const { t } = useMessages();
  const names = personNames(people);
  const order = useNameOrder();
  const automatic = owner.automaticId === null ? t('imports.personUnassigned') : (names.get(owner.automaticId) ?? '–');
  const options = [
    { value: AUTOMATIC, label: t('imports.personAuto', { name: automatic }) },
    { value: NOBODY, label: t('imports.personUnassigned') },
    ...[...names].sort(([, a], [, b]) => order(a, b)).map(([id, name]) => ({ value: personValue(id), label: name })),
  ];
  return (
    <Select
      className={styles['select']}
      aria-label={t('imports.personFor', { owner: owner.ownerName || owner.ownerKey || t('imports.ownerBlank') })}
      searchable
      data={options}
      nothingFoundMessage={t('imports.noPeople')}
      value={owner.ground === 'decision' ? (owner.personId === null ? NOBODY : personValue(owner.personId)) : AUTOMATIC}
      onChange={(value) => {
        if (value === AUTOMATIC) onChoose({ kind: 'automatic' });
        else onChoose({ kind: 'decided', personId: people.find(({ id }) => personValue(id) === value)?.id ?? null });
      }}
    />
  );
}

/** Names by person; people of one name are told apart by their id in the source, or their manager. */
function personNames(people: readonly Person[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(people.map(({ id, name, externalId, managerName }) => [id, (counts.get(name) ?? 0) > 1 ? `${name} · ${externalId || managerName || id}` : name]));
}
