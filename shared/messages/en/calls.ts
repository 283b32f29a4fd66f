import type { Translation } from '../translation';
import type { calls as zh } from '../zh-CN/calls';

export const calls: Translation<typeof zh> = {
  call_forbidden: 'This window may not do that',
  call_malformed: 'The request was incomplete and was not carried out',
  call_tooLarge: 'Too large; nothing was done',
  call_tooMany: 'Too many requests; please wait a moment',
  call_unknownToken: 'The file is no longer open; please choose it again',
  call_failed: 'It failed; nothing was changed',
  workspace_none: 'No workspace is open',
  workspace_newer: 'A newer version wrote this workspace; please update the program first',
  workspace_locked: 'Another program has this workspace open',
  workspace_unreadable: 'The workspace folder cannot be read',
  workspace_exists: 'A workspace of this name exists already',
  journal_gap: 'The journal has a gap; nothing was written',
  journal_write: 'The journal cannot be written to disk',
  file_missing: 'The file is gone',
  file_locked: 'Another program holds the file; close it there and try again',
  file_diskFull: 'The disk is full; make room and try again',
  file_readOnly: 'The folder is read-only; choose another place',
  pack_cancelled: 'Cancelled; no file was left behind',
  pack_overflow: 'Some pages could not hold their content; no file was written',
  pack_failed: 'The pack was not made; no file was left behind',
};
