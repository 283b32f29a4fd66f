/// <reference types="vitest/config" />
import { type ChildProcess, spawn } from 'node:child_process';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { createBuilder, defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { sampleFiles } from './resources/sample/vite-plugin-sample.ts';

const at = (place: string) => path.resolve(import.meta.dirname, place);

/** Electron's own bundles: CommonJS, everything bundled but `electron` and node's built-ins. Main loads what few starts need (PDF, commands) from chunks of their own; a sandboxed preload is one file. */
function nodeSide(name: 'main' | 'preload'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, conditions: ['node', 'import', 'default'] },
    build: {
      target: 'node18',
      outDir: at(`dist/${name}`),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      ssr: true,
      rolldownOptions: {
        input: { [name]: at(`electron/${name}.ts`) },
        external: ['electron', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs', ...(name === 'preload' ? { codeSplitting: false } : {}) },
      },
    },
  };
}

/** `npm run dev`, not vitest, whose own servers take any free port. */
const isDevServer = process.env['WORKBENCH_DEV'] === '1';

/** `npm run dev`: builds main and preload, starts Electron on the dev server, restarts it when they change. */
function electronDev(): Plugin {
  let child: ChildProcess | undefined;
  const buildNodeSide = async () => {
    const builder = await createBuilder({ configFile: at('vite.config.ts'), mode: 'development', logLevel: 'warn' });
    await builder.build(builder.environments['main']!);
    await builder.build(builder.environments['preload']!);
  };
  return {
    name: 'electron-dev',
    apply: (_config, env) => env.command === 'serve' && isDevServer,
    configureServer(server) {
      const start = () => {
        child?.removeAllListeners('exit');
        child?.kill();
        const url = server.resolvedUrls?.local[0];
        if (url === undefined) throw new Error('The dev server has no address');
        child = spawn(process.execPath, [at('electron/dev/run-electron.mjs'), import.meta.dirname], { stdio: 'inherit', env: { ...process.env, VITE_DEV_SERVER_URL: url } });
        child.once('exit', () => void server.close().then(() => process.exit()));
      };
      server.httpServer?.once('listening', () => void buildNodeSide().then(start));
      server.watcher.add([at('electron'), at('shared')]);
      let timer: NodeJS.Timeout | undefined;
      server.watcher.on('change', (file) => {
        if (!file.startsWith(at('electron')) && !file.startsWith(at('shared'))) return;
        clearTimeout(timer);
        timer = setTimeout(() => void buildNodeSide().then(start), 80);
      });
    },
  };
}

/**
 * The window's page shows its frame before anything else is there. The code and styles of the first screen, which main.tsx
 * asks for by itself, are on their way by then, and nothing waits for them.
 */
function frameFirst(): Plugin {
  return {
    name: 'frame-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle }) {
        if (filename !== at('renderer/index.html') || !bundle) return html;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = chunks.find((chunk) => chunk.facadeModuleId === at('renderer/app/draw-window.tsx'));
        if (!first) throw new Error('The first screen has no chunk of its own');
        const needed = [first, ...chunks.filter((chunk) => first.imports.includes(chunk.fileName) && !html.includes(chunk.fileName))];
        const styles = new Set(needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
        const link = (attributes: string, file: string) => `    <link ${attributes} crossorigin href="/${file}" nonce="__CSP_NONCE__">\n`;
        const links = [...needed.map(({ fileName }) => link('rel="modulepreload"', fileName)), ...[...styles].map((file) => link('rel="preload" as="style"', file))];
        return html.replace('  </head>', `${links.join('')}  </head>`);
      },
    },
  };
}

/** A real engine's IndexedDB: Debian's Chromium, the one browser that needs no download. */
const chromium = playwright({ launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] } });

export default defineConfig({
  root: at('renderer'),
  base: '/',
  plugins: [react(), electronDev(), sampleFiles(import.meta.dirname), frameFirst()],
  resolve: { alias: { '@shared': at('shared'), '@renderer': at('renderer') } },
  html: { cspNonce: '__CSP_NONCE__' },
  css: { postcss: at('.') },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', ...(isDevServer ? { port: 5199, strictPort: true } : {}) },
  environments: {
    client: {
      build: {
        target: 'chrome114',
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html'), command: at('renderer/command.html') },
          output: {
            // Few files: each one costs a start some milliseconds. main.tsx and the worker's client run before the rest is read.
            codeSplitting: {
              groups: [
                { name: 'start', test: /renderer\/(platform|app\/start-up|ledger\/ledger-client)|node_modules\/comlink|preload-helper/, priority: 2 },
                { name: 'shared', test: (id) => !/chart\.js|kurkle|renderer\/charts|renderer\/print/.test(id), minShareCount: 2, priority: 1 },
              ],
            },
          },
        },
      },
    },
    main: nodeSide('main'),
    preload: nodeSide('preload'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['client', 'main', 'preload']) await builder.build(builder.environments[name]!);
    },
  },
  test: {
    root: at('.'),
    projects: [
      // Limits are there to end what hangs, never to judge how fast a noisy machine is.
      { extends: true, test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 } },
      { extends: true, test: { name: 'gates', environment: 'node', include: ['tests/gates/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 } },
      {
        extends: true,
        // Only the ledger's worker imports them: found while tests run, they would reload them.
        optimizeDeps: { include: ['comlink', 'pinyin-pro'] },
        test: {
          name: 'engine',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 120_000,
          browser: { enabled: true, headless: true, screenshotFailures: false, provider: chromium, instances: [{ browser: 'chromium' }] },
        },
      },
      // Every file has machines of its own (home, screen): two at a time, whatever the number of processors.
      { extends: true, test: { name: 'journeys', environment: 'node', expect: { poll: { timeout: 60_000 } }, include: ['tests/e2e/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
