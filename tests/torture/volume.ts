import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const MB = 1024 * 1024;

/** A file system of its own in an image file, mounted: needs root and loop devices. */
export interface Volume {
  readonly folder: string;
  readonly image: string;
  /** How many writes the device has taken so far, as the kernel counts them. */
  writes(): string;
  dispose(): void;
}

/** Whether this machine lets us mount; else why not. */
export function whyNoVolumes(place: string): string | null {
  if (process.platform !== 'linux') return 'mounting is done on Linux only';
  if (process.getuid?.() !== 0) return 'mounting needs root';
  try {
    makeVolume(path.join(place, 'try'), 16).dispose();
    return null;
  } catch (error) {
    return `mounting failed: ${String(error).split('\n', 1)[0]}`;
  }
}

/** A new, empty ext4 of that size; nothing of it is reserved for root. */
export function makeVolume(place: string, megabytes: number): Volume {
  mkdirSync(place, { recursive: true });
  const image = path.join(place, 'image');
  writeFileSync(image, '');
  truncateSync(image, megabytes * MB);
  execFileSync('mkfs.ext4', ['-q', '-F', '-m', '0', image], { stdio: 'pipe' });
  return mountImage(place, image);
}

/** Mounts an image; what its journal has is replayed first, as after a power cut. */
export function mountImage(place: string, image: string): Volume {
  const folder = path.join(place, 'mounted');
  mkdirSync(folder, { recursive: true });
  const device = execFileSync('losetup', ['--find', '--show', image], { encoding: 'utf8', stdio: 'pipe' }).trim();
  const detach = () => {
    execFileSync('losetup', ['--detach', device], { stdio: 'pipe' });
    rmSync(place, { recursive: true, force: true });
  };
  try {
    execFileSync('mount', [device, folder], { stdio: 'pipe' });
  } catch (error) {
    detach();
    throw error;
  }
  return {
    folder,
    image,
    writes: () => readFileSync(path.join('/sys/block', path.basename(device), 'stat'), 'utf8').trim().split(/\s+/).slice(4, 9).join(' '),
    dispose: () => {
      // A process of the app that was killed may let go of its files a moment later.
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      detach();
    },
  };
}

/** Fast memory where there is some, so that an image is copied in a moment. */
export const fastPlace = (otherwise: string): string => (existsSync('/dev/shm') ? '/dev/shm' : otherwise);
