/** A changed scope with its new version. */
export type ScopeChange = { scope: string; version: number };

/** Returns the scopes changed after a version, from the current state of the database. Throws if it cannot be reached. */
export type FetchChanges = (after: number) => Promise<ScopeChange[]>;

type Check = Promise<boolean>;

/**
 * Tracks which public scopes changed. Concurrent calls of `check` share one query until it is sent; a query already running
 * may miss commits before a later call, which waits for the next one.
 */
export class PublicVersions {
  private fetchChanges: FetchChanges | null = null;
  private last = 0;
  private running: Check | null = null;
  private waiting: Check | null = null;

  /**
   * `onChanged` gets the changed scopes before `check` resolves; `onLost` is called when changes may be missed from now on.
   * `defer` runs its task after the requests that have already arrived were read.
   */
  constructor(
    private readonly onChanged: (scopes: string[]) => void,
    private readonly onLost: () => void,
    private readonly defer: (task: () => void) => void = setImmediate,
  ) {}

  /** Whether a connection to the database is set. */
  get connected(): boolean {
    return this.fetchChanges !== null;
  }

  /** Sets the function that fetches changes, and the version to start after. */
  connect(fetchChanges: FetchChanges, version: number): void {
    this.onLost();
    this.fetchChanges = fetchChanges;
    this.last = version;
  }

  /** Removes the connection: `check` resolves to false until the next `connect`. */
  disconnect(): void {
    this.fetchChanges = null;
    this.onLost();
  }

  /** Resolves to true once every commit before the call has been reported, to false if the database cannot be reached. */
  check(): Check {
    if (!this.fetchChanges) return Promise.resolve(false);
    this.waiting ??= this.running
      ? this.running.then(() => this.send())
      : new Promise((resolve) => this.defer(() => void this.send().then(resolve)));
    return this.waiting;
  }

  private send(): Check {
    this.waiting = null;
    const check = this.runCheck().finally(() => {
      if (this.running === check) this.running = null;
    });
    this.running = check;
    return check;
  }

  private async runCheck(): Check {
    const { fetchChanges } = this;
    if (!fetchChanges) return false;
    try {
      const changes = await fetchChanges(this.last);
      if (this.fetchChanges !== fetchChanges) return false;
      for (const { version } of changes) this.last = Math.max(this.last, version);
      if (changes.length > 0) this.onChanged(changes.map(({ scope }) => scope));
      return true;
    } catch {
      if (this.fetchChanges === fetchChanges) this.disconnect();
      return false;
    }
  }
}
