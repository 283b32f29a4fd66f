import { calls as enCalls } from './en/calls';
import { print as enPrint } from './en/print';
import { definitions as enDefinitions } from './en/definitions';
import { charts as enCharts } from './en/charts';
import { changes as enChanges } from './en/changes';
import { imports as enImports } from './en/imports';
import { importFiles as enImportFiles } from './en/import-files';
import { issues as enIssues } from './en/issues';
import { desktop as enDesktop } from './en/desktop';
import { drill as enDrill } from './en/drill';
import { home as enHome } from './en/home';
import { months as enMonths } from './en/months';
import { targets as enTargets } from './en/targets';
import { reviews as enReviews } from './en/reviews';
import { templates as enTemplates } from './en/templates';
import { packs as enPacks } from './en/packs';
import { incentives as enIncentives } from './en/incentives';
import { analysis as enAnalysis } from './en/analysis';
import { funnel as enFunnel } from './en/funnel';
import { refusals as enRefusals } from './en/refusals';
import { shell as enShell } from './en/shell';
import { copies as enCopies } from './en/copies';
import { questions as enQuestions } from './en/questions';
import { recovery as enRecovery } from './en/recovery';
import { audit as enAudit } from './en/audit';
import { quality as enQuality } from './en/quality';
import { sources as enSources } from './en/sources';
import { workspaces as enWorkspaces } from './en/workspaces';
import { firstSteps as enFirstSteps } from './en/first-steps';
import { printing as enPrinting } from './en/printing';
import { start as enStart } from './en/start';
import { ui as enUi } from './en/ui';
import { windows as enWindows } from './en/windows';
import { palette as enPalette } from './en/palette';
import { calls } from './zh-CN/calls';
import { print } from './zh-CN/print';
import { definitions } from './zh-CN/definitions';
import { charts } from './zh-CN/charts';
import { changes } from './zh-CN/changes';
import { imports } from './zh-CN/imports';
import { importFiles } from './zh-CN/import-files';
import { issues } from './zh-CN/issues';
import { desktop } from './zh-CN/desktop';
import { drill } from './zh-CN/drill';
import { home } from './zh-CN/home';
import { months } from './zh-CN/months';
import { targets } from './zh-CN/targets';
import { reviews } from './zh-CN/reviews';
import { templates } from './zh-CN/templates';
import { packs } from './zh-CN/packs';
import { incentives } from './zh-CN/incentives';
import { analysis } from './zh-CN/analysis';
import { funnel } from './zh-CN/funnel';
import { refusals } from './zh-CN/refusals';
import { shell } from './zh-CN/shell';
import { copies } from './zh-CN/copies';
import { questions } from './zh-CN/questions';
import { recovery } from './zh-CN/recovery';
import { audit } from './zh-CN/audit';
import { quality } from './zh-CN/quality';
import { sources } from './zh-CN/sources';
import { workspaces } from './zh-CN/workspaces';
import { firstSteps } from './zh-CN/first-steps';
import { printing } from './zh-CN/printing';
import { start } from './zh-CN/start';
import { ui } from './zh-CN/ui';
import { windows } from './zh-CN/windows';
import { palette } from './zh-CN/palette';

/** Every module of messages, once per language. A feature adds its module to both lists (same order). */
const zh = {
  calls,
  print,
  definitions,
  charts,
  changes,
  imports,
  importFiles,
  issues,
  desktop,
  drill,
  home,
  months,
  refusals,
  shell,
  start,
  ui,
  windows,
  analysis,
  funnel,
  incentives,
  packs,
  reviews,
  templates,
  targets,
  workspaces,
  copies,
  recovery,
  audit,
  quality,
  sources,
  questions,
  palette,
  firstSteps,
  printing,
} as const;

const en: { readonly [M in keyof typeof zh]: Readonly<Record<keyof (typeof zh)[M], string>> } = {
  calls: enCalls,
  print: enPrint,
  definitions: enDefinitions,
  charts: enCharts,
  changes: enChanges,
  imports: enImports,
  importFiles: enImportFiles,
  issues: enIssues,
  desktop: enDesktop,
  drill: enDrill,
  home: enHome,
  months: enMonths,
  refusals: enRefusals,
  shell: enShell,
  start: enStart,
  analysis: enAnalysis,
  funnel: enFunnel,
  incentives: enIncentives,
  packs: enPacks,
  reviews: enReviews,
  templates: enTemplates,
  targets: enTargets,
  ui: enUi,
  windows: enWindows,
  workspaces: enWorkspaces,
  copies: enCopies,
  recovery: enRecovery,
  audit: enAudit,
  quality: enQuality,
  sources: enSources,
  questions: enQuestions,
  palette: enPalette,
  firstSteps: enFirstSteps,
  printing: enPrinting,
};

export const catalogue = { 'zh-CN': zh, en } as const;

export type Language = keyof typeof catalogue;
export type MessageModules = typeof zh;
