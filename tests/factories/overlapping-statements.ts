import { setImmediate as nextTurn } from "node:timers/promises";
import pg from "pg";

type Statement = string | { text?: string };

/**
 * Watches what runs on the connections of this process: `overlaps` holds each statement that was sent while another one ran
 * on its connection, `warnings` the deprecations of `pg`. Ends with `stop`.
 */
export function watchStatements() {
  const overlaps: string[] = [];
  const warnings: string[] = [];
  const running = new WeakMap<object, number>();
  const { query } = pg.Client.prototype;
  const watched = function (this: pg.Client, ...given: unknown[]) {
    const before = running.get(this) ?? 0;
    const sent: unknown = Reflect.apply(query, this, given);
    if (!(sent instanceof Promise)) return sent;
    if (before > 0) overlaps.push(textOf(given[0] as Statement).slice(0, 60));
    running.set(this, before + 1);
    const end = () => running.set(this, (running.get(this) ?? 1) - 1);
    sent.then(end, end);
    return sent;
  };
  const warned = (warning: Error) => warnings.push(warning.message);
  Object.assign(pg.Client.prototype, { query: watched });
  process.on("warning", warned);
  const stop = async () => {
    // Warnings come a turn later than what they are about.
    await nextTurn();
    Object.assign(pg.Client.prototype, { query });
    process.off("warning", warned);
  };
  return { overlaps, warnings, stop };
}

const textOf = (statement: Statement) => (typeof statement === "string" ? statement : (statement.text ?? ""));
