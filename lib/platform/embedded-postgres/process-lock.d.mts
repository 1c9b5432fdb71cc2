/** A process as it was when it was written down. */
export interface ProcessMark {
  pid: number;
  birth: string;
}

export interface LockHolder extends ProcessMark {
  token: string;
  since: string;
  /** Where the holder serves, once it does. */
  address?: string;
  /** Set when the holder is on its way out. */
  stopping?: boolean;
}

export interface HeldLock {
  note(more: { address?: string; stopping?: boolean }): void;
  release(): void;
}

export function birthOf(pid: number): string | null;
export function thisProcess(): ProcessMark;
export function isAlive(mark: ProcessMark): boolean;
export function findHolder(file: string): LockHolder | null;
export function acquireLock(
  file: string,
): Promise<
  | { lock: HeldLock; tookOver: boolean; holder?: undefined }
  | { lock?: undefined; tookOver?: undefined; holder: LockHolder }
>;
export function waitForLock(file: string, patienceMs: number): Promise<HeldLock>;
