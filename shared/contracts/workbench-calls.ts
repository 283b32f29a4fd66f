import { z } from 'zod';
import { changeSetSchema } from '../records/change-set';
import { idSchema, nameSchema } from '../records/parts';
import { type FileToken, fileTokenSchema, headlessCommandSchema } from './headless-command';
import { type Preferences, preferencesChangeSchema, preferencesSchema, routeSchema } from './preferences';
import { chosenFilesUnreadSchema, recentFolderSchema } from './recent-folder';
import { keepCalls, keepFailureCodes } from './keep-calls';
import { reviewPackSchema } from './review-pack';

const nothing = z.strictObject({});
const seq = z.int().min(0);
const recentPlace = z.int().min(0).nullable();

export const workspaceInfoSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  path: z.string(),
  sample: z.boolean(),
  /** IndexedDB's name inside the workspace's own profile. */
  databaseName: z.string(),
  deviceId: idSchema,
});
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>;

export const printDrawnSchema = z.strictObject({
  overflowing: z.array(z.string()),
  pages: z.int().min(1),
  /** Bookmarks in reading order: level 1 = chapter, 2 = person; `page` counts from 1. */
  outline: z.array(z.strictObject({ title: nameSchema, level: z.union([z.literal(1), z.literal(2)]), page: z.int().min(1) })),
});
export type PrintDrawn = z.infer<typeof printDrawnSchema>;

/**
 * Everything the renderer may ask of main: one table gives caller and handler their types.
 * Expected failures come back as `{code, detail}` (see CallFailure); nothing throws across the border.
 */
export const workbenchCalls = {
  'app.info': { input: nothing, output: z.strictObject({ appVersion: z.string(), electronVersion: z.string(), workspace: workspaceInfoSchema.nullable() }) },
  'preferences.read': { input: nothing, output: preferencesSchema },
  'preferences.write': { input: preferencesChangeSchema, output: preferencesSchema },
  'log.write': { input: z.strictObject({ level: z.enum(['info', 'warn', 'error']), message: z.string().max(20_000) }), output: nothing },

  /** Another window of this window's workspace, beginning on a route (`/targets?period=2026-10`). */
  'window.open': { input: z.strictObject({ route: routeSchema }), output: nothing },

  /** Workspaces this machine knows, newest first. */
  'workspace.recent': { input: nothing, output: z.array(z.strictObject({ name: z.string(), path: z.string(), sample: z.boolean(), missing: z.boolean() })) },
  /** Makes a workspace folder (beside the others, under the user's documents) and reopens this window on it. */
  'workspace.create': { input: z.strictObject({ name: nameSchema, sample: z.boolean() }), output: nothing },
  /** Reopens this window on a recent workspace (by its place in `workspace.recent`), or asks for a folder. */
  'workspace.open': { input: z.strictObject({ recent: z.int().min(0).nullable() }), output: z.strictObject({ opened: z.boolean() }) },
  'workspace.close': { input: nothing, output: nothing },

  /** Last change-set that the journal holds on disk. */
  'journal.state': { input: nothing, output: z.strictObject({ lastSeq: seq }) },
  /** Appends in order and syncs to disk before it answers. Already known seqs are skipped, a gap is refused (`journal.gap`). */
  'journal.append': { input: z.strictObject({ changeSets: z.array(changeSetSchema).max(500) }), output: z.strictObject({ lastSeq: seq }) },
  /** Change-sets after a seq, at most 200, oldest first. */
  'journal.read': { input: z.strictObject({ afterSeq: seq }), output: z.strictObject({ changeSets: z.array(changeSetSchema) }) },

  /** Asks for files to import; none when cancelled. Those that cannot be opened are named with the reason. */
  'import.choose': { input: nothing, output: z.strictObject({ files: z.array(fileTokenSchema), unread: chosenFilesUnreadSchema }) },
  /** Folders that files were chosen from on this machine, the latest first, with what can be imported from them. */
  'import.folders': { input: nothing, output: z.array(recentFolderSchema) },
  /** Takes a listed file as if it had been chosen in a dialog. */
  'import.takeFile': { input: z.strictObject({ file: z.uuid() }), output: fileTokenSchema },
  'import.forgetFolder': { input: z.strictObject({ folder: z.uuid() }), output: nothing },
  /** Opens a chosen file again as it is now: it was changed, locked or gone for a while. */
  'import.retake': { input: z.strictObject({ token: z.uuid() }), output: fileTokenSchema },
  /** Asks for one preset file of a source system; null when cancelled. */
  'import.choosePreset': { input: nothing, output: fileTokenSchema.nullable() },
  /** The sample workspace's own source files. */
  'import.sampleFiles': { input: nothing, output: z.array(fileTokenSchema) },
  /** Copies the file into the workspace's `sources/`, named by its sha-256 (hex), synced; answers the hash. */
  'source.keep': { input: z.strictObject({ token: z.uuid() }), output: z.strictObject({ sha256: z.string(), bytes: z.int() }) },
  /** Opens a kept source again. */
  'source.open': { input: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }), output: fileTokenSchema },

  /** Saves a copy of a kept source through a dialog, byte for byte; false when cancelled. */
  'source.save': { input: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), suggestedName: nameSchema }), output: z.strictObject({ saved: z.boolean() }) },

  /** Asks where (or takes `outToken` of a headless command), prints and writes the file whole or not at all. Cancelled: path null. */
  'pack.export': {
    input: z.strictObject({ jobId: z.uuid(), pack: reviewPackSchema, suggestedName: nameSchema }),
    output: z.strictObject({ path: z.string().nullable(), pages: z.int(), bytes: z.int() }),
  },
  'pack.cancel': { input: z.strictObject({ jobId: z.uuid() }), output: nothing },
  'pack.reveal': { input: z.strictObject({ jobId: z.uuid() }), output: nothing },
  /**
   * Print page only: what to draw, and «drawn». An overflowing page is reported, never hidden. The page breaks its own
   * pages, so it knows how many there are; main writes `outline` as bookmarks and refuses a PDF of another length.
   */
  'print.take': { input: nothing, output: reviewPackSchema },
  'print.drawn': { input: printDrawnSchema, output: nothing },

  /**
   * Prints what the window shows, which has laid itself out for A4 at `scale`: into a file (asks where), for the system's PDF
   * program, or to a printer (by the system's dialog). Title and place stand over every sheet, `printedAt` and `pageMark` (with
   * `{{page}}` and `{{pages}}`) under it. `done` = not cancelled.
   */
  'page.print': {
    input: z.strictObject({
      to: z.enum(['file', 'preview', 'printer']),
      title: nameSchema,
      place: z.string().max(1_000),
      printedAt: z.string().max(200),
      pageMark: z.string().max(100),
      landscape: z.boolean(),
      scale: z.number().min(0.1).max(2),
      language: preferencesSchema.shape.language,
    }),
    output: z.strictObject({ done: z.boolean() }),
  },

  /** Saves a file the user asked for (rejected rows, a table) through a dialog; false when cancelled. */
  'file.save': { input: z.strictObject({ suggestedName: nameSchema, bytes: z.instanceof(Uint8Array) }), output: z.strictObject({ saved: z.boolean() }) },

  ...keepCalls,

  /** Workspaces page: by place in `workspace.recent`, null = the open one. */
  'workspace.rename': { input: z.strictObject({ recent: recentPlace, name: nameSchema }), output: nothing },
  /** Moves the folder (asks where). One that this program holds open is moved when it is next started. */
  'workspace.move': { input: z.strictObject({ recent: recentPlace }), output: z.strictObject({ moved: z.enum(['now', 'nextStart', 'cancelled']) }) },
  /** Copies the folder under a new name and id, beside the others. */
  'workspace.duplicate': { input: z.strictObject({ recent: recentPlace, name: nameSchema }), output: nothing },
  /** Takes it off the list; the folder stays. */
  'workspace.forget': { input: z.strictObject({ recent: z.int().min(0) }), output: nothing },
  /**
   * Takes the folder of a sample workspace away: into the system's bin, or for good with `forever`. Where the system has no bin
   * (`noBin`) it stays; one that is held open where open files cannot be moved goes at the next start (`nextStart`).
   */
  'workspace.removeSample': { input: z.strictObject({ recent: recentPlace, forever: z.boolean() }), output: z.strictObject({ removed: z.enum(['binned', 'deleted', 'noBin', 'nextStart']) }) },
  'workspace.reveal': { input: z.strictObject({ recent: recentPlace }), output: nothing },

  /** Command page only. */
  'command.take': { input: nothing, output: headlessCommandSchema },
  'command.done': { input: z.strictObject({ result: z.json() }), output: nothing },
  'command.failed': { input: z.strictObject({ message: z.string().max(20_000) }), output: nothing },
} as const;

export type CallName = keyof typeof workbenchCalls;
export type CallInput<N extends CallName> = z.input<(typeof workbenchCalls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof workbenchCalls)[N]['output']>;

/** Why a call was not carried out. Each code has a message in `messages/…/calls`. */
export const callFailureCodes = [
  'call.forbidden', 'call.malformed', 'call.tooLarge', 'call.tooMany', 'call.unknownToken', 'call.failed',
  'workspace.none', 'workspace.newer', 'workspace.locked', 'workspace.unreadable', 'workspace.exists', 'workspace.notSample',
  'journal.gap', 'journal.write', 'file.missing', 'file.locked', 'file.changed', 'file.diskFull', 'file.readOnly',
  'pack.cancelled', 'pack.overflow', 'pack.failed', 'page.noViewer', ...keepFailureCodes,
] as const;
export type CallFailureCode = (typeof callFailureCodes)[number];
export interface CallFailure {
  readonly code: CallFailureCode;
  /** For the log and the details box; already free of personal data. */
  readonly detail: string;
}

/** Messages main sends by itself. */
export interface WorkbenchEvents {
  /** Files that the user let go over the window where it takes them, as from `import.choose`; `unread` = names of those that cannot be opened, `refused` = of those that are nothing to import. */
  'files.dropped': { files: FileToken[]; unread: string[]; refused: string[] };
  'pack.progress': { jobId: string; stage: 'drawing' | 'printing' | 'numbering' | 'writing'; done: number; total: number };
  /** Time for a snapshot: the page gathers one (`quit`: the window waits for it before it closes). */
  'keep.due': { reason: 'timer' | 'quit' };
  /** The disk has become low, or has room again. */
  'keep.disk': { freeBytes: number; low: boolean };
  /** How far a restore or rebuild is. */
  'keep.progress': { stage: 'verifying' | 'restoring' | 'replaying' | 'comparing'; done: number; total: number };
  /** Another window has changed what this machine remembers. */
  'preferences.changed': Preferences;
  /** Another window of this workspace has brought its journal up to this change-set. */
  'journal.saved': { lastSeq: number };
  'menu.newWindow': Record<string, never>;
  'menu.undo': Record<string, never>;
  'menu.redo': Record<string, never>;
}
export type EventName = keyof WorkbenchEvents;

/** What preload puts on `window.workbench`: frozen, known names only. */
export interface WorkbenchBridge {
  call(name: CallName, input: unknown): Promise<{ ok: true; value: unknown } | { ok: false; error: CallFailure }>;
  on<E extends EventName>(event: E, listener: (payload: WorkbenchEvents[E]) => void): () => void;
}
