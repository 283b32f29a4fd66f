import { IconUser } from '@tabler/icons-react';
import { describe, expect, test } from 'vitest';
import type { SearchName } from '@shared/domain/search/search-name';
import type { PaletteGroup, PaletteList } from '@renderer/app/palette/palette-list';
import { PaletteSearch } from '@renderer/app/palette/palette-search';
import { sounded } from '../search/sounded';

const listOf = (group: PaletteGroup, names: readonly SearchName[], entryOf: readonly number[] | null = null): PaletteList => ({
  group,
  names,
  entryOf,
  entry: (which) => ({ id: `${group}${which}`, icon: IconUser, name: names[entryOf === null ? which : entryOf.indexOf(which)]!, suffix: '', status: null, detail: '', shortcut: null, route: null, run: () => undefined }),
});

const shown = (search: PaletteSearch, lists: readonly PaletteList[], text: string, only: PaletteGroup | null = null) =>
  search.find(lists, text, only).groups.map(({ group, total, rows }) => [group, total, rows.map(({ entry }) => entry.name.text)]);

describe('the palette answers', () => {
  test('with the group first that has the best hit, and how much each group has', async () => {
    const lists = [listOf('people', await sounded('张伟', '李娜')), listOf('customers', await sounded('伟达', '张伟业'))];
    expect(shown(new PaletteSearch(), lists, 'weida')).toEqual([['customers', 1, ['伟达']]]);
    expect(shown(new PaletteSearch(), lists, '伟')).toEqual([['customers', 2, ['伟达', '张伟业']], ['people', 1, ['张伟']]]);
    expect(shown(new PaletteSearch(), lists, 'zhangwei')).toEqual([['people', 1, ['张伟']], ['customers', 1, ['张伟业']]]);
  });

  test('with a few of each group together, with more of one group alone, and with the true counts', async () => {
    const many = await sounded(...Array.from({ length: 150 }, (_, at) => `张${at}`));
    const lists = [listOf('people', many), listOf('customers', many), listOf('commands', many.slice(0, 2))];
    const search = new PaletteSearch();
    const together = search.find(lists, 'zhang', null);
    expect(together.total).toBe(302);
    expect(together.groups.map(({ rows }) => rows.length)).toEqual([7, 3, 2]);
    expect(search.find(lists, 'zhang', 'customers').groups.map(({ rows }) => rows.length)).toEqual([0, 100, 0]);
  });

  test('once for an entry of several names, by the one that was hit', async () => {
    const names = await sounded('立即备份', 'Make a backup now', '快照', '导入文件', 'Import files');
    const lists = [listOf('commands', names, [0, 0, 0, 1, 1])];
    const byLabel = new PaletteSearch().find(lists, 'beifen', null);
    expect(byLabel.groups[0]!.rows.map(({ entry, alias }) => [entry.name.text, alias])).toEqual([['立即备份', null]]);
    expect(byLabel.bySound).toBe(true);
    const byWord = new PaletteSearch().find(lists, 'backup', null);
    expect(byWord.groups[0]!.rows.map(({ entry, alias }) => [entry.name.text, alias?.name.text, alias?.marks.text])).toEqual([['立即备份', 'Make a backup now', [{ from: 7, to: 13 }]]]);
    expect(byWord.bySound).toBe(false);
  });

  test('the same whether a query is typed letter by letter or at once, also after letters are taken back', async () => {
    const names = await sounded('张伟', '章薇', '周武', '掌微电子', '李娜');
    const search = new PaletteSearch();
    for (const text of ['z', 'zh', 'zhangw', 'zw', 'zhang', '', 'ln']) {
      expect(shown(search, [listOf('people', names)], text)).toEqual(shown(new PaletteSearch(), [listOf('people', names)], text));
    }
  });

  test('nothing where nothing is', async () => {
    expect(new PaletteSearch().find([listOf('people', await sounded('张伟'))], 'xyz', null)).toEqual({ groups: [], total: 0, bySound: false });
  });
});
