import type { CallName, EventName } from './workbench-calls';

/** The names alone, without zod: preload is limited to them. `satisfies Record` keeps the list complete and true. */
export const callNames = Object.keys({
  'app.info': true,
  'preferences.read': true,
  'preferences.write': true,
  'log.write': true,
  'workspace.recent': true,
  'workspace.create': true,
  'workspace.open': true,
  'workspace.close': true,
  'journal.state': true,
  'journal.append': true,
  'journal.read': true,
  'import.choose': true,
  'import.sampleFiles': true,
  'source.keep': true,
  'source.open': true,
  'pack.export': true,
  'pack.cancel': true,
  'pack.reveal': true,
  'print.take': true,
  'print.drawn': true,
  'file.save': true,
  'command.take': true,
  'command.done': true,
  'command.failed': true,
} satisfies Record<CallName, true>) as CallName[];

export const eventNames = Object.keys({ 'pack.progress': true, 'menu.undo': true, 'menu.redo': true } satisfies Record<EventName, true>) as EventName[];
