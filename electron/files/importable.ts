import path from 'node:path';

/** Endings of the files that can be imported, as dialogs take them. */
export const IMPORTABLE = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xls'];

/** Whether a file's name says that it can be imported; Excel's own lock files and hidden ones cannot. */
export const importable = (name: string): boolean => !/^(?:\.|~\$)/.test(name) && IMPORTABLE.includes(path.extname(name).slice(1).toLowerCase());
