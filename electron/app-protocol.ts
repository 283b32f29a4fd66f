import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { net, protocol, type Session } from 'electron';
import type { FileTokens } from './files/file-tokens';
import { fillFirstFrame, type FirstFrame } from './first-frame';

export const APP_ORIGIN = 'app://workbench';
const NONCE_MARK = '__CSP_NONCE__';
/** A page asks for slices; more at once is a mistake. */
const SLICE_LIMIT = 64 * 1024 * 1024;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } }]);
}

/** The only files app:// can serve, found once: a request is looked up here and never joined to a path. */
export function buildFileMap(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (folder: string, url: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(path.join(folder, entry.name), `${url}${entry.name}/`);
      else if (path.extname(entry.name) in contentTypes) files.set(`${url}${entry.name}`, path.join(folder, entry.name));
    }
  };
  walk(root, '/');
  return files;
}

/** `devServer` (development only) adds its socket and the nonce for its inline preamble; nothing else differs. */
export function contentSecurityPolicy(nonce: string, devServer: URL | null): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'${devServer ? ` 'nonce-${nonce}'` : ''}`,
    `worker-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${devServer ? ` ws://${devServer.host}` : ''}`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

export interface AppFiles {
  readonly fileMap: ReadonlyMap<string, string>;
  readonly tokens: FileTokens<Session>;
  readonly devServer: URL | null;
}

/**
 * Serves the app's own files and the chosen files of this session, GET only; everything else is 404. `frame` says how a
 * window of this session looks now.
 */
export function serveApp(session: Session, files: AppFiles, frame: () => FirstFrame): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'workbench' || request.method !== 'GET') return plain(404);
    const token = /^\/file\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1];
    if (token !== undefined) return serveSlice(files.tokens, session, token, request.headers.get('range'));
    return files.devServer ? serveFromDevServer(files.devServer, url, frame) : serveFile(files.fileMap, url.pathname, frame);
  });
}

const plain = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } });

function headersFor(type: string, nonce: string, devServer: URL | null): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce, devServer),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** A page as this window gets it: its own nonce and first frame. */
const fillPage = (html: string, nonce: string, frame: () => FirstFrame): string => fillFirstFrame(html.replaceAll(NONCE_MARK, nonce), frame());

const newNonce = () => randomBytes(16).toString('base64');

async function serveFile(fileMap: ReadonlyMap<string, string>, pathname: string, frame: () => FirstFrame): Promise<Response> {
  const file = fileMap.get(pathname === '/' ? '/index.html' : pathname);
  if (file === undefined) return plain(404);
  const nonce = newNonce();
  const extension = path.extname(file);
  const content = await readFile(file);
  const body = extension === '.html' ? fillPage(content.toString('utf8'), nonce, frame) : new Uint8Array(content);
  return new Response(body, { headers: headersFor(contentTypes[extension] ?? 'application/octet-stream', nonce, null) });
}

/** Development: the page stays on app://, so origin, policy and database are those of the real app. */
async function serveFromDevServer(devServer: URL, url: URL, frame: () => FirstFrame): Promise<Response> {
  const answer = await net.fetch(new URL(`${url.pathname}${url.search}`, devServer).href);
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  const nonce = newNonce();
  const body = type.startsWith('text/html') ? fillPage(await answer.text(), nonce, frame) : await answer.arrayBuffer();
  return new Response(body, { status: answer.status, headers: headersFor(type, nonce, devServer) });
}

async function serveSlice(tokens: FileTokens<Session>, session: Session, token: string, range: string | null): Promise<Response> {
  const match = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(range ?? 'bytes=0-');
  const from = Number(match?.[1] ?? 0);
  const to = match?.[2] === undefined ? Number.MAX_SAFE_INTEGER : Number(match[2]);
  if (!match) return plain(416);
  const slice = await tokens.slice(session, token, from, to, SLICE_LIMIT);
  if (!slice.ok) return plain({ unknownToken: 404, gone: 410, changed: 409, locked: 423, badRange: 416, tooLarge: 413 }[slice.failure]);
  const headers: Record<string, string> = { 'content-type': 'application/octet-stream', 'content-length': String(slice.bytes), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (range !== null) headers['content-range'] = `bytes ${from}-${slice.to}/${slice.total}`;
  return new Response(slice.body, { status: range === null ? 200 : 206, headers });
}
