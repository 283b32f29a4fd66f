import log from 'electron-log/main';
import type { RecentFolders } from './recent-folders';

/** A full disk must not keep a file from being imported because its folder cannot be remembered. */
export async function rememberFolders<Owner extends object>(folders: RecentFolders<Owner>, files: readonly string[]): Promise<void> {
  try {
    await folders.remember(files);
  } catch (error) {
    log.warn('import-folders.json not written:', error);
  }
}
