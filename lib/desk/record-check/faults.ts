import type { Fault } from "./schema";

/** How many faults a check names. */
const NAMED = 20;

/** The faults found so far: all are counted, the first ones named. */
export class Faults {
  count = 0;
  readonly named: Fault[] = [];
  /** The claims whose rows of the readers' table are wrong, by id. */
  readonly rows = new Set<string>();

  /** Takes a fault in. */
  add(kind: Fault["kind"], about: string, fields: string[] = []): void {
    this.count += 1;
    if (this.named.length < NAMED) this.named.push({ kind, about, fields });
  }
}
