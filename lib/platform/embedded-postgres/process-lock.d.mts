/** A recorded process. `birth` is its {@link processStartId}. */
export interface ProcessMark {
  pid: number;
  birth: string;
}

/** The content of a lock file. */
export interface LockHolder extends ProcessMark {
  token: string;
  since: string;
  /** The URL that the holder serves, once it does. */
  address?: string;
  /** Set while the holder shuts down. */
  stopping?: boolean;
}

/** An acquired lock. */
export interface HeldLock {
  /** Adds fields to the lock file for other processes to read. */
  note(more: { address?: string; stopping?: boolean }): void;
  release(): void;
}

export function processStartId(pid: number): string | null;
export function thisProcess(): ProcessMark;
export function isAlive(mark: ProcessMark): boolean;
export function readLiveHolder(file: string): LockHolder | null;
export function acquireLock(
  file: string,
): Promise<
  | { lock: HeldLock; tookOver: boolean; holder?: undefined }
  | { lock?: undefined; tookOver?: undefined; holder: LockHolder }
>;
export function waitForLock(file: string, timeoutMs: number): Promise<HeldLock>;
