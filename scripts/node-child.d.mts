/** A child process running a Node program. */
export interface NodeChild {
  pid: number | undefined;
  /** The last lines of its output. */
  output(): string;
  /** Forwards its output to this process from now on. */
  forward(): void;
  /** Resolves when it has ended: to its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** Terminates it, and kills its process group after the grace period. */
  end(): Promise<void>;
}

/** `graceMs` is the grace period to end by itself, after a signal or after this process is gone. */
export function startNode(
  args: string[],
  env: NodeJS.ProcessEnv,
  options: { graceMs: number; forward?: boolean },
): NodeChild;
