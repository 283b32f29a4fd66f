import { expect, test } from 'vitest';
import { importable } from '../../../../electron/files/importable';
import { orUnread, readFailure } from '../../../../electron/files/read-failure';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

test('a file that is gone and one that another program holds are told apart, however the system says so', async () => {
  expect(['ENOENT', 'ENOTDIR', 'EBUSY', 'EPERM', 'EACCES'].map((code) => readFailure(Object.assign(new Error(code), { code })))).toEqual(['file.missing', 'file.missing', 'file.locked', 'file.locked', 'file.locked']);
  expect(await orUnread(failing('EBUSY'))).toEqual({ ok: false, error: { code: 'file.locked', detail: 'EBUSY' } });
  expect(await orUnread(() => Promise.resolve(7))).toEqual({ ok: true, value: 7 });
  await expect(orUnread(failing('EIO'))).rejects.toThrow('EIO');
});

test('what can be imported is told by its ending; lock files of Excel and hidden files are not offered', () => {
  expect(['a.csv', 'B.XLSX', 'c.xls', 'd.tsv', '~$B.xlsx', '.a.csv', 'e.pdf', 'csv'].map(importable)).toEqual([true, true, true, true, false, false, false, false]);
});
