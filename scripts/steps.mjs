// The output of the start: one line for each step, with its time. Plain JavaScript, as it runs before any installation.

/** A failed step: the error, the output of the program, and advice. */
export class StepFailure extends Error {
  constructor(message, { output = "", advice = "" } = {}) {
    super(message);
    this.name = "StepFailure";
    this.output = output;
    this.advice = advice;
  }
}

const tty = () => process.stdout.isTTY && !process.env.CI;

/**
 * Runs a step, prints its name, the `summary` that `run` returns and the time, and returns the `value` of `run`.
 * A failure is printed and rethrown, marked as printed.
 */
export async function step(name, run) {
  const began = performance.now();
  if (tty()) process.stdout.write(`… ${name}`);
  try {
    const { summary, value } = await run();
    line(`✓ ${name}: ${summary} (${duration(performance.now() - began)})`);
    return value;
  } catch (error) {
    line(`✗ ${name}: failed (${duration(performance.now() - began)})`);
    printFailure(error);
    throw error;
  }
}

/** Prints a line over the "…" that a terminal shows meanwhile. */
function line(text) {
  if (quiet) return;
  process.stdout.write(`${tty() ? "\r\x1b[2K" : ""}${text}\n`);
}

const printed = new WeakSet();
let quiet = false;

/** Mutes all steps: during a shutdown, running steps fail as expected. */
export function muteSteps() {
  quiet = true;
}

/** Prints an error with its output and advice, once for each error. */
export function printFailure(error) {
  if (quiet || !(error instanceof Error) || printed.has(error)) return;
  printed.add(error);
  const output = error.output ? `\n${indent(shorten(error.output))}` : "";
  const advice = error.advice ? `\n  What to do: ${error.advice}` : "";
  process.stderr.write(`${indent(error.message)}${output}${advice}\n`);
}

const indent = (text) => text.trim().replace(/^/gm, "  ");

/** Keeps the first and last lines, which usually contain the cause. */
function shorten(text) {
  const lines = text.trim().split("\n");
  return lines.length <= 50
    ? lines.join("\n")
    : [...lines.slice(0, 20), "...", ...lines.slice(-29)].join("\n");
}

/** Formats a duration: 0.4 as "0 ms", 1234 as "1.2 s". */
export function duration(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
