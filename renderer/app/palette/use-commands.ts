import { useMantineColorScheme } from '@mantine/core';
import { IconAdjustments, IconAppWindow, IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconArrowRight, IconArrowsExchange, IconArrowsSplit2, IconCalendar, IconDatabaseExport, IconFileImport, IconFileTypePdf, IconHierarchy2, IconKeyboard, IconLanguage, IconLayoutSidebar, IconPalette, IconPrinter, IconSearch, IconVersions } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PlainMessageKey } from '@shared/messages/message-key';
import { type Translate, translatorFor } from '@renderer/i18n/i18n';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import type { AskedTask } from '@renderer/parts/use-asked';
import { usePlace } from '@renderer/parts/use-place';
import { useAskToPrint } from '@renderer/ui/print-mode';
import { call } from '@renderer/platform/workbench';
import { languageNames } from '../language-names';
import { usePreferences } from '../preferences';
import { screens } from '../routes';
import { useUndoSteps } from '../undo-provider';
import { usePeriodSteps } from '../use-period-steps';
import type { Command } from './command';
import { pageKeys } from './page-keys';

/** What the palette's own windows are asked to show. */
export type Shown = 'palette' | 'shortcuts' | 'settings';

type Said = Pick<Command, 'label' | 'keywords'>;
type Told = Omit<Command, 'keywords' | 'label' | 'detail' | 'shortcuts' | 'place' | 'enabled' | 'route'> & Partial<Command> & Said;

const letters = pageKeys(screens.map(({ path }) => path));

/** Everything the program does by the palette or by a key of its own, in the order in which it is offered. */
export function useCommands(show: (what: Shown) => void): readonly Command[] {
  const say = useSay();
  const pages = usePageCommands(say);
  const period = usePeriodCommands(say);
  const tasks = useTaskCommands(say);
  const history = useHistoryCommands(say);
  const looks = useLookCommands(say, show);
  return useMemo(
    () => [...pages, ...period, ...tasks, ...history, ...looks].map((told): Command => ({ detail: '', shortcuts: [], place: 'general', enabled: true, route: null, ...told })),
    [pages, period, tasks, history, looks],
  );
}

type Say = (write: (t: Translate) => string, words?: PlainMessageKey) => Said;

/** A command is found by its name in both languages, and by what else people call it. */
function useSay(): Say {
  const { t, language } = useMessages();
  return useMemo(() => {
    const inOther = translatorFor(language === 'en' ? 'zh-CN' : 'en');
    return (write, words) => ({ label: write(t), keywords: [write(inOther), ...(words === undefined ? [] : [...t(words).split('|'), ...inOther(words).split('|')])] });
  }, [t, language]);
}

function usePageCommands(say: Say): readonly Told[] {
  const navigate = useNavigate();
  return useMemo(
    () =>
      screens.map(({ path, label, icon }, at): Told => {
        const letter = letters[at] ?? null;
        const said = say((t) => t('palette.goTo', { page: t(label) }));
        const names = say((t) => t(label));
        return { id: `page${path}`, ...said, keywords: [names.label, ...said.keywords, ...names.keywords], icon, place: 'pages', shortcuts: letter === null ? [] : [['g', letter]], route: { to: path, search: {} }, run: () => void navigate({ to: path }) };
      }),
    [say, navigate],
  );
}

function usePeriodCommands(say: Say): readonly Told[] {
  const { scope, setPeriod, setScope } = usePlace();
  const { period: periodName } = useFormats();
  const steps = usePeriodSteps();
  const [previous, next, lastComplete, key] = [steps?.previous ?? null, steps?.next ?? null, steps?.lastComplete ?? null, steps?.key];
  return useMemo(() => {
    const to = (id: string, name: 'palette.periodBefore' | 'palette.periodAfter' | 'palette.periodLast', period: string | null, shortcut: string | null): Told => ({
      id,
      ...say((t) => t(name), 'palette.words_period'),
      detail: period === null ? '' : periodName(period),
      icon: IconCalendar,
      shortcuts: shortcut === null ? [] : [[shortcut]],
      enabled: period !== null && period !== key,
      run: () => setPeriod(period),
    });
    return [
      to('periodBefore', 'palette.periodBefore', previous, '['),
      to('periodAfter', 'palette.periodAfter', next, ']'),
      to('periodLast', 'palette.periodLast', lastComplete, null),
      { id: 'scopeAll', ...say((t) => t('palette.scopeAll'), 'palette.words_scope'), icon: IconHierarchy2, enabled: scope !== null, run: () => setScope(null) },
    ];
  }, [say, periodName, previous, next, lastComplete, key, scope, setPeriod, setScope]);
}

function useTaskCommands(say: Say): readonly Told[] {
  const navigate = useNavigate();
  const print = useAskToPrint();
  return useMemo(() => {
    const ask = (path: string, task: AskedTask) => () => void navigate({ to: path, search: { do: task } });
    return [
      { id: 'importFiles', ...say((t) => t('palette.importFiles'), 'palette.words_import'), icon: IconFileImport, run: ask('/data', 'choose') },
      { id: 'writePack', ...say((t) => t('palette.writePack'), 'palette.words_pack'), icon: IconFileTypePdf, run: ask('/packs', 'exportPack') },
      { id: 'print', ...say((t) => t('printing.print'), 'palette.words_print'), icon: IconPrinter, shortcuts: [['Mod+P']], run: print },
      { id: 'makeBackup', ...say((t) => t('palette.makeBackup'), 'palette.words_backup'), icon: IconDatabaseExport, run: ask('/copies', 'makeCopy') },
      { id: 'allocate', ...say((t) => t('palette.allocate'), 'palette.words_allocate'), icon: IconArrowsSplit2, run: ask('/targets', 'allocate') },
      { id: 'commitTargets', ...say((t) => t('palette.commitTargets'), 'palette.words_commit'), icon: IconVersions, run: ask('/targets', 'commit') },
    ];
  }, [say, navigate, print]);
}

function useHistoryCommands(say: Say): readonly Told[] {
  const router = useRouter();
  const { changeName } = useMessages();
  const { state, undo, redo } = useUndoSteps();
  return useMemo(
    () => [
      { id: 'undo', ...say((t) => t('palette.undo'), 'palette.words_undo'), detail: state.undo ? changeName(state.undo) : '', icon: IconArrowBackUp, shortcuts: [['Mod+Z']], enabled: state.undo !== null, run: undo },
      { id: 'redo', ...say((t) => t('palette.redo')), detail: state.redo ? changeName(state.redo) : '', icon: IconArrowForwardUp, shortcuts: [['Mod+Shift+Z'], ['Mod+Y']], enabled: state.redo !== null, run: redo },
      { id: 'newWindow', ...say((t) => t('palette.newWindow')), icon: IconAppWindow, shortcuts: [['Mod+Shift+N']], run: () => void call('window.open', { route: router.state.location.href }) },
      { id: 'back', ...say((t) => t('palette.back')), icon: IconArrowLeft, shortcuts: [['Alt+ArrowLeft']], run: () => router.history.back() },
      { id: 'forward', ...say((t) => t('palette.forward')), icon: IconArrowRight, shortcuts: [['Alt+ArrowRight']], run: () => router.history.forward() },
    ],
    [say, changeName, state, undo, redo, router],
  );
}

function useLookCommands(say: Say, show: (what: Shown) => void): readonly Told[] {
  const { preferences, change } = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return useMemo(() => {
    const languages = (['zh-CN', 'en'] as const).map((language): Told => ({
      id: `language-${language}`, ...say((t) => t('palette.useLanguage', { language: languageNames[language] }), 'palette.words_language'), icon: IconLanguage, enabled: preferences.language !== language, run: () => change({ language }),
    }));
    const schemes = (['light', 'dark', 'auto'] as const).map((scheme): Told => ({
      id: `scheme-${scheme}`, ...say((t) => t('palette.scheme', { scheme: t(schemeNames[scheme]) }), 'palette.words_scheme'), icon: IconPalette, enabled: colorScheme !== scheme, run: () => setColorScheme(scheme),
    }));
    const folded = preferences.railFolded;
    return [
      { id: 'palette', ...say((t) => t('palette.palette')), icon: IconSearch, shortcuts: [['Mod+K'], ['/']], run: () => show('palette') },
      { id: 'shortcuts', ...say((t) => t('palette.shortcuts'), 'palette.words_shortcuts'), icon: IconKeyboard, shortcuts: [['?'], ['Mod+/']], run: () => show('shortcuts') },
      ...languages,
      ...schemes,
      { id: 'foldRail', ...say((t) => t(folded ? 'palette.unfoldRail' : 'palette.foldRail'), 'palette.words_rail'), icon: IconLayoutSidebar, run: () => change({ railFolded: !folded }) },
      { id: 'workspaceSettings', ...say((t) => t('palette.workspaceSettings'), 'palette.words_settings'), icon: IconAdjustments, run: () => show('settings') },
      { id: 'otherWorkspace', ...say((t) => t('palette.otherWorkspace'), 'palette.words_workspace'), icon: IconArrowsExchange, run: () => void call('workspace.close', {}) },
    ];
  }, [say, show, preferences, change, colorScheme, setColorScheme]);
}

const schemeNames = { light: 'shell.schemeLight', dark: 'shell.schemeDark', auto: 'shell.schemeAuto' } as const;
