import { useEffect, useMemo, useState } from 'react';
import { type SearchName, searchName } from '@shared/domain/search/search-name';
import { soundedNames } from '@shared/domain/search/sounded-names';
import { useMessages } from '@renderer/i18n/use-messages';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { useFirstRevision, useLedger } from '@renderer/parts/workspace-context';

/** A few hundred names at most, ready to be looked for: at once by their characters, by their sounds as soon as the worker has told. */
export function useSearchNames(names: readonly string[], as: 'people' | 'names'): readonly SearchName[] {
  const ledger = useLedger();
  const { answer, stale } = useAnswer(names.length === 0 ? null : names.join('\n'), () => ledger.soundNames(names, as));
  return useMemo(() => (answer === null || stale ? names.map((name) => searchName(name, '', new Map())) : soundedNames(answer)), [names, answer, stale]);
}

/** Names are made ready a few milliseconds at a time, so that typing goes on meanwhile. */
const SLICE_MS = 4;
const AT_ONCE = 50;

/** All customers, in the order of names; null until they are ready. Asked for while `wanted`, again when they have changed. */
export function useCustomerNames(wanted: boolean): readonly SearchName[] | null {
  const ledger = useLedger();
  const { language } = useMessages();
  const revision = useFiguresRevision(useFirstRevision());
  const { answer } = useAnswer(wanted && revision !== undefined ? JSON.stringify([language, revision]) : null, () => ledger.customerNames(language));
  const [ready, setReady] = useState<readonly SearchName[] | null>(null);
  useEffect(() => {
    if (answer === null) return;
    const made: SearchName[] = [];
    const next = () => {
      const until = performance.now() + SLICE_MS;
      while (made.length < answer.names.length && performance.now() < until) made.push(...soundedNames(answer, made.length, made.length + AT_ONCE));
      if (made.length < answer.names.length) timer = setTimeout(next);
      else setReady(made);
    };
    let timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, [answer]);
  return ready;
}
