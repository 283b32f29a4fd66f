import type { CallFailure } from '@shared/contracts/workbench-calls';
import { codeKey } from '@shared/messages/message-key';
import type { CommandPage } from './command-desk';

/** Why main did not do what a command asked, in one line. */
export const callRefusal = ({ t }: Pick<CommandPage, 't'>, { code, detail }: CallFailure): string => `${t(codeKey('calls', code))}${detail === '' ? '' : ` (${detail})`}`;
