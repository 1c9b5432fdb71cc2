import type { Finding } from "./schema";

/** The number of findings that are listed in full. */
const MAX_LISTED = 20;

/** Collects the findings of a check: counts all, lists the first ones. */
export class Findings {
  count = 0;
  readonly listed: Finding[] = [];
  /** The ids of claims whose row in the readers' table is wrong. */
  readonly rows = new Set<string>();

  /** Adds a finding. */
  add(kind: Finding["kind"], about: string, fields: string[] = []): void {
    this.count += 1;
    if (this.listed.length < MAX_LISTED) this.listed.push({ kind, about, fields });
  }
}
