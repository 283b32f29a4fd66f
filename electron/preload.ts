import { callNames, eventNames } from '@shared/contracts/call-names';
import type { CallName, EventName, WorkbenchBridge } from '@shared/contracts/workbench-calls';
import { contextBridge, ipcRenderer } from 'electron';
import { watchDroppedFiles } from './watch-dropped-files';

const knownCalls: ReadonlySet<string> = new Set(callNames);
const knownEvents: ReadonlySet<string> = new Set(eventNames);

const bridge: WorkbenchBridge = {
  call: (name: CallName, input: unknown) =>
    knownCalls.has(name) ? ipcRenderer.invoke('workbench:call', name, input) : Promise.resolve({ ok: false, error: { code: 'call.forbidden', detail: 'unknown call' } }),
  on: (event, listener) => {
    if (!knownEvents.has(event)) throw new Error('unknown event');
    const hear = (_: unknown, name: EventName, payload: Parameters<typeof listener>[0]) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on('workbench:event', hear);
    return () => {
      ipcRenderer.off('workbench:event', hear);
    };
  },
};

// exposeInMainWorld freezes what it exposes.
contextBridge.exposeInMainWorld('workbench', bridge);
watchDroppedFiles();
