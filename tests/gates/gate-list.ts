import { catalogue } from '@shared/messages/catalogue';
import { chineseLiterals } from './chinese-literals';
import { fileFaults } from './file-faults';
import { lostCodes, messageFaults } from './message-faults';
import { runTool } from './run-tool';
import { shownLiterals } from './shown-literals';
import { readSources } from './source-files';

interface Outcome {
  readonly ok: boolean;
  /** What was found. */
  readonly text: string;
}

export interface Gate {
  readonly gate: string;
  readonly look: (root: string) => Promise<Outcome>;
}

export const rooms = ['shared', 'renderer', 'electron', 'resources'] as const;

/** A tool of node_modules. `sees` reads from its report how many files it looked at: far too few is red, whatever it says of them. */
function tool(gate: string, words: readonly string[], sees?: RegExp): Gate {
  return {
    gate,
    look: async (root) => {
      const { ok, text } = await runTool(root, words);
      const seen = sees === undefined ? Infinity : Number(sees.exec(text)?.[1] ?? 0);
      return seen > 300 ? { ok, text } : { ok: false, text: `${text}\nLooked at ${seen} files only` };
    },
  };
}

function rule(gate: string, faults: (root: string) => readonly string[]): Gate {
  return {
    gate,
    look: (root) => {
      const found = faults(root);
      return Promise.resolve({ ok: found.length === 0, text: found.join('\n') });
    },
  };
}

/** The native compiler checks a room in seconds; dependency-cruiser still needs the older one beside it. */
const types = (room: string) => tool(`types: ${room}`, ['typescript7/bin/tsc', '-p', room]);

/** The slowest first, so that none is left running alone. */
export const gates: readonly Gate[] = [
  types('renderer'),
  tool('lint', ['oxlint/bin/oxlint', '--deny-warnings', ...rooms, 'tests', 'vite.config.ts'], /on (\d+) files/),
  types('tests'),
  types('electron'),
  types('shared'),
  tool('borders', ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...rooms], /(\d+) modules/),
  tool('dead code', ['knip/bin/knip.js', '--no-progress']),
  rule('messages', (root) => {
    const sources = readSources(root);
    return [...messageFaults(catalogue), ...lostCodes(catalogue, sources), ...chineseLiterals(sources), ...shownLiterals(sources)];
  }),
  rule('files', (root) => fileFaults(readSources(root))),
];
