/** A Node program that was started here. */
export interface NodeChild {
  pid: number | undefined;
  /** The last lines of its output. */
  output(): string;
  /** From now on its output goes to ours. */
  forward(): void;
  /** Settles when it has ended: its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** Asks it to end, and ends it and its own children when it has not after its grace. */
  end(): Promise<void>;
}

/** `graceMs` is what it gets to end by itself: when it is asked to, and when we are gone. */
export function startNode(
  args: string[],
  env: NodeJS.ProcessEnv,
  options: { graceMs: number; forward?: boolean },
): NodeChild;
