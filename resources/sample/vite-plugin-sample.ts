import path from 'node:path';
import { type Plugin, runnerImport } from 'vite';

/**
 * Puts the sample's source files beside the client bundle at every build. The generator is run by Vite itself, which
 * knows the aliases and TypeScript, so that nothing has to be compiled for it.
 */
export function sampleFiles(root: string): Plugin {
  return {
    name: 'sample-files',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    async closeBundle() {
      const alias = { '@shared': path.join(root, 'shared') };
      const { module } = await runnerImport<typeof import('./write-sample')>(path.join(root, 'resources/sample/write-sample.ts'), { configFile: false, root, resolve: { alias } });
      await module.writeSample(path.join(root, 'dist/sample'));
    },
  };
}
