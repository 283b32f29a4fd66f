import { assertNever } from '@shared/kernel/result';
import type { QueryFailure } from '@renderer/ledger/ledger-api';
import type { CommandDesk } from './command-desk';

/** Why a question to the ledger has no answer, in one line that names what was asked. */
export function queryRefusal({ t }: CommandDesk, failure: QueryFailure, period: string | null, scope: string | null): string {
  switch (failure) {
    case 'query.noSettings':
      return t('start.commandEmpty');
    case 'query.unknownScope':
      return t('start.commandScope', { scope: scope ?? '' });
    case 'query.unknownPeriod':
      return t('start.commandPeriod', { period: period ?? '' });
    default:
      return assertNever(failure);
  }
}
