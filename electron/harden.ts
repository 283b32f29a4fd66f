import { dialog, type Session, shell, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import type { MainText } from './main-text';

/** Putting plain text on the clipboard after a click: «copy details» of an error page. Reading it stays denied. */
const COPY_TEXT: string = 'clipboard-sanitized-write';

/** Denies a session everything but the app's own files: network, permissions, devices, downloads. */
export function hardenSession(session: Session, devServer: URL | null): void {
  const allowed = [`${APP_ORIGIN}/`, `blob:${APP_ORIGIN}/`, 'data:', ...(devServer ? [`ws://${devServer.host}/`, 'devtools://', 'chrome-extension://'] : [])];
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed.some((start) => details.url.startsWith(start)) }));
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === COPY_TEXT));
  session.setPermissionCheckHandler((_contents, permission) => permission === COPY_TEXT);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps a page where main put it. Links to the outside open in the browser, after asking, and only https or mailto. */
export function hardenContents(contents: WebContents, text: () => MainText): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (/^(https|mailto):/i.test(url)) void askAndOpen(url, text());
    return { action: 'deny' };
  });
}

async function askAndOpen(url: string, text: MainText): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: text('openOutside'),
    detail: url.slice(0, 500),
    buttons: [text('open'), text('cancel')],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url);
}
