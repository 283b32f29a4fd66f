import type { DuplicateGroup, QualityReport } from '@shared/contracts/quality';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { type CustomerMergeChoice, keepApart, mergeCustomers } from '@renderer/data/customer-merges';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { DecidedNames } from './decided-names';
import { DuplicateRow } from './duplicate-row';
import { HeadLink } from './head-link';
import { QualityPanel } from './quality-panel';
import styles from './quality-duplicates.module.css';
import { usePicks } from './use-picks';

interface QualityDuplicatesProps {
  readonly duplicates: QualityReport['duplicates'];
  readonly stale: boolean;
}

const idOf = ({ pairs }: DuplicateGroup): string => pairs.map(({ names }) => names.join('|')).join('|');

/** Names that are likely one customer: merged into the one that stays, or kept apart; and what was decided before. */
export function QualityDuplicates({ duplicates: { total, listed }, stale }: QualityDuplicatesProps) {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const decided = useLiveQuery(() => workspace.db.customerMerges.toArray(), [workspace]) ?? [];
  const [showsDecided, setShowsDecided] = useState(false);
  const [stays, setStays] = useState<ReadonlyMap<string, string>>(new Map());
  const picks = usePicks(listed.map(idOf));
  const picked = listed.filter((group) => picks.has(idOf(group)));
  const certain = listed.filter((group) => group.certain).map(idOf);
  const choiceOf = (group: DuplicateGroup): CustomerMergeChoice => ({ names: group.names.map(({ name }) => name), into: stays.get(idOf(group)) ?? group.names[0]!.name });

  const merge = async (groups: readonly DuplicateGroup[]) => {
    const merged = await mergeCustomers(workspace, groups.map(choiceOf));
    if (!merged.ok) notifications.show({ color: 'red', message: t('quality.merge_circle') });
  };
  // The first name stays open: another way of writing it may turn up.
  const part = (groups: readonly DuplicateGroup[]) => keepApart(workspace, groups.flatMap((group) => group.names.slice(1).map(({ name }) => name)));

  const actions = (
    <div className={styles['actions']}>
      {!showsDecided && picked.length > 0 && (
        <>
          <Button onClick={() => void part(picked)}>{t('quality.keepApartPicked')}</Button>
          <Button variant="filled" onClick={() => void merge(picked)}>{t('quality.mergePicked', { count: picked.length })}</Button>
        </>
      )}
      {!showsDecided && picked.length === 0 && certain.length > 0 && <HeadLink onClick={() => picks.only(certain)}>{t('quality.pickCertain', { count: certain.length })}</HeadLink>}
      {(decided.length > 0 || showsDecided) && <HeadLink onClick={() => setShowsDecided(!showsDecided)}>{showsDecided ? t('quality.open') : t('quality.decided', { count: decided.length })}</HeadLink>}
    </div>
  );
  return (
    <QualityPanel section="duplicates" total={showsDecided ? decided.length : total} listed={showsDecided ? decided.length : listed.length} stale={stale} how={t('quality.how_duplicates')} actions={actions}>
      {showsDecided ? <DecidedNames decided={decided} /> : (
        <ul className={styles['groups']}>
          {listed.map((group) => {
            const id = idOf(group);
            const { into } = choiceOf(group);
            return (
              <DuplicateRow
                key={id}
                group={group}
                stays={into}
                picked={picks.has(id)}
                onPick={(on) => picks.set(id, on)}
                onStays={(name) => setStays(new Map([...stays, [id, name]]))}
                onMerge={() => void merge([group])}
                onKeepApart={() => void part([group])}
              />
            );
          })}
        </ul>
      )}
    </QualityPanel>
  );
}
