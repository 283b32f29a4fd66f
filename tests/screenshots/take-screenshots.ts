import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { ElectronApplication, Page } from 'playwright';
import { type LaunchedWorkbench, launchWorkbench } from '../e2e/launch/launch-workbench';
import { prepareMachine, projectRoot, type TestMachine } from '../e2e/launch/test-machine';
import { firstStates } from '../e2e/page-models/first-states';
import type { WindowState } from '../e2e/page-models/reach';
import { machineWithSample } from '../e2e/page-models/sample-workspace';
import { ShellModel } from '../e2e/page-models/shell';
import { windowStates } from '../e2e/page-models/window-states';
import { docsPictures } from './docs-pictures';
import { palettePng } from './palette-png';

export interface Wanted {
  /** Part of a state's name; '' = every state. */
  readonly only: string;
  /** Undefined = all there are. */
  readonly language?: string;
  readonly scheme?: string;
  readonly size?: string;
  /** Only what the guide shows, into docs/. */
  readonly docs: boolean;
}

type Language = 'zh-CN' | 'en';
type Scheme = 'light' | 'dark';

const languages: readonly Language[] = ['zh-CN', 'en'];
const schemes: readonly Scheme[] = ['light', 'dark'];
const sizes = ['1280x800', '1920x1080'] as const;

/** Takes what is wanted of every state of the window. Answers where the pictures lie; throws where a state cannot be reached or a window reports a fault. */
export async function takeScreenshots(wanted: Wanted): Promise<{ readonly folder: string; readonly pictures: number }> {
  const folder = path.join(projectRoot, wanted.docs ? 'docs/screenshots' : 'out/screenshots');
  const chosen = <T extends string>(all: readonly T[], one: string | undefined) => all.filter((each) => one === undefined || each === one);
  // What is no longer a state must not stay behind as a picture.
  if (wanted.only === '' && wanted.language === undefined) rmSync(folder, { recursive: true, force: true });
  let pictures = 0;
  for (const language of chosen(languages, wanted.language)) {
    for (const size of wanted.docs ? (['1280x800'] as const) : wanted.size === undefined ? sizes : [wanted.size]) {
      const walk = { wanted, folder, language, size, schemes: wanted.docs ? (['light'] as const) : chosen(schemes, wanted.scheme) };
      pictures += await walkFresh(walk);
      pictures += await walkSample(walk);
    }
  }
  return { folder, pictures };
}

interface Walk {
  readonly wanted: Wanted;
  readonly folder: string;
  readonly language: Language;
  readonly size: string;
  readonly schemes: readonly Scheme[];
}

/** From the doors to the first own file. */
async function walkFresh(walk: Walk): Promise<number> {
  const states = firstStates.filter(({ name }) => isWanted(walk.wanted, name));
  if (states.length === 0) return 0;
  return withApp(await prepareMachine(), null, walk, (workbench, shell) => picture(workbench, shell, firstStates, walk));
}

async function walkSample(walk: Walk): Promise<number> {
  if (!windowStates.some(({ name }) => isWanted(walk.wanted, name))) return 0;
  const machine = await machineWithSample();
  return withApp(machine, machine.workspaceFolder, walk, (workbench, shell) => picture(workbench, shell, windowStates, walk));
}

async function withApp(machine: TestMachine, workspace: string | null, walk: Walk, take: (workbench: LaunchedWorkbench, shell: ShellModel) => Promise<number>): Promise<number> {
  mkdirSync(machine.userData, { recursive: true });
  writeFileSync(path.join(machine.userData, 'preferences.json'), JSON.stringify({ language: walk.language, colorScheme: 'light', railFolded: false, lastRoute: '' }));
  const workbench = await launchWorkbench({ machine, workspace });
  try {
    return await take(workbench, new ShellModel(workbench.page, walk.language));
  } catch (error) {
    throw new Error(`${walk.language} ${walk.size}: ${workbench.faults.join('\n')}`, { cause: error });
  } finally {
    await workbench.app.close();
    machine.dispose();
  }
}

/** Walks through all states, because each begins where the one before ended, and keeps pictures of those that are wanted. */
async function picture(workbench: LaunchedWorkbench, start: ShellModel, states: readonly WindowState[], walk: Walk): Promise<number> {
  let pictures = 0;
  let shell = start;
  for (const { name, reach } of states) {
    await sizeWindow(workbench.app, shell.page, walk.size);
    shell = (await reach(shell, workbench)) ?? shell;
    if (!isWanted(walk.wanted, name)) continue;
    for (const scheme of walk.schemes) {
      await wear(shell.page, scheme);
      await keep(workbench.app, shell.page, fileOf(walk, name, scheme), walk.wanted.docs);
      pictures += 1;
    }
    await wear(shell.page, 'light');
    process.stderr.write('.');
  }
  process.stderr.write(` ${walk.language} ${walk.size}\n`);
  if (workbench.faults.length > 0) throw new Error('The windows reported faults');
  return pictures;
}

const isWanted = ({ only, docs }: Wanted, name: string) => name.includes(only) && (!docs || Object.hasOwn(docsPictures, name));

function fileOf({ wanted, folder, language, size }: Walk, name: string, scheme: Scheme): string {
  return wanted.docs ? path.join(folder, language, `${docsPictures[name]}.png`) : path.join(folder, `${language}-${scheme}-${size}`, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
}

async function keep(app: ElectronApplication, page: Page, file: string, small: boolean): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(file, small ? await inFewColours(app, png) : png);
}

/** Electron itself reads the picture. */
async function inFewColours(app: ElectronApplication, png: Buffer): Promise<Buffer> {
  const { pixels, width, height } = await app.evaluate(({ nativeImage }, picture) => {
    const image = nativeImage.createFromBuffer(Buffer.from(picture, 'base64'));
    return { pixels: image.toBitmap().toString('base64'), ...image.getSize() };
  }, png.toString('base64'));
  return palettePng(Buffer.from(pixels, 'base64'), width, height);
}

/** The inside of the window in CSS pixels. */
async function sizeWindow(app: ElectronApplication, page: Page, size: string): Promise<void> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const window = await app.browserWindow(page);
  await window.evaluate((browserWindow, [w, h]) => browserWindow.setContentSize(w, h), [width, height] as const);
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
}

/** Changes the colours where the settings may be out of reach (a dialog is open), and waits until nothing moves or loads any more. */
async function wear(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  await page.evaluate((name) => document.documentElement.setAttribute('data-mantine-color-scheme', name), scheme);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What is measured after it is drawn is known two frames later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().iterations === Infinity));
}
