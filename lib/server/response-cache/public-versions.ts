/** A scope that changed, and the version since. */
export type ScopeChange = { scope: string; version: number };

/** Answers what changed after a version, as the database stands when it is asked. Throws where it does not answer. */
export type AskChanges = (after: number) => Promise<ScopeChange[]>;

type Question = Promise<boolean>;

/**
 * Knows what changed for readers. `check` asks the database, and all who ask before the question is sent share it: an
 * answer that was under way already may be older than they are, so they wait for the one after it.
 */
export class PublicVersions {
  private ask: AskChanges | null = null;
  private last = 0;
  private flying: Question | null = null;
  private waiting: Question | null = null;

  /**
   * `changed` is told the scopes, before those who asked go on; `lost` that some may be missed from now on. `soon` runs
   * its task when the requests that have arrived by now were read.
   */
  constructor(
    private readonly changed: (scopes: string[]) => void,
    private readonly lost: () => void,
    private readonly soon: (task: () => void) => void = setImmediate,
  ) {}

  /** Whether there is somebody to ask. */
  get connected(): boolean {
    return this.ask !== null;
  }

  /** From now on asks these about what comes after `version`. */
  connect(ask: AskChanges, version: number): void {
    this.lost();
    this.ask = ask;
    this.last = version;
  }

  /** There is nobody to ask any more. */
  disconnect(): void {
    this.ask = null;
    this.lost();
  }

  /** Resolves when everything that was committed before the call is known: false where that cannot be found out. */
  check(): Question {
    if (!this.ask) return Promise.resolve(false);
    this.waiting ??= this.flying
      ? this.flying.then(() => this.send())
      : new Promise((resolve) => this.soon(() => void this.send().then(resolve)));
    return this.waiting;
  }

  private send(): Question {
    this.waiting = null;
    const question = this.question().finally(() => {
      if (this.flying === question) this.flying = null;
    });
    this.flying = question;
    return question;
  }

  private async question(): Question {
    const { ask } = this;
    if (!ask) return false;
    try {
      const changes = await ask(this.last);
      if (this.ask !== ask) return false;
      for (const { version } of changes) this.last = Math.max(this.last, version);
      if (changes.length > 0) this.changed(changes.map(({ scope }) => scope));
      return true;
    } catch {
      if (this.ask === ask) this.disconnect();
      return false;
    }
  }
}
