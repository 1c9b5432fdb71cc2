// How the start speaks: one line for each step, with its time. Plain JavaScript, as it runs before anything is installed.

/** A step that failed: what went wrong, the output that shows it, and what to do next. */
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
 * Runs one step and prints its line: what `run` answers as `said`, and the time. Answers the rest of what it answers.
 * A failure is printed whole and thrown on, marked as printed.
 */
export async function step(name, run) {
  const began = performance.now();
  if (tty()) process.stdout.write(`… ${name}`);
  try {
    const { said, value } = await run();
    line(`✓ ${name}: ${said} (${duration(performance.now() - began)})`);
    return value;
  } catch (error) {
    line(`✗ ${name}: failed (${duration(performance.now() - began)})`);
    printFailure(error);
    throw error;
  }
}

/** Prints a whole line over the "…" that a terminal shows meanwhile. */
function line(text) {
  if (quiet) return;
  process.stdout.write(`${tty() ? "\r\x1b[2K" : ""}${text}\n`);
}

const printed = new WeakSet();
let quiet = false;

/** From now on steps say nothing: when the program is told to end, those under way fail, and that is no news. */
export function silenceSteps() {
  quiet = true;
}

/** Prints what failed, the output and what to do next: once for each error. */
export function printFailure(error) {
  if (quiet || !(error instanceof Error) || printed.has(error)) return;
  printed.add(error);
  const output = error.output ? `\n${indent(shorten(error.output))}` : "";
  const advice = error.advice ? `\n  What to do: ${error.advice}` : "";
  process.stderr.write(`${indent(error.message)}${output}${advice}\n`);
}

const indent = (text) => text.trim().replace(/^/gm, "  ");

/** The beginning and the end: the cause stands in one of them. */
function shorten(text) {
  const lines = text.trim().split("\n");
  return lines.length <= 50
    ? lines.join("\n")
    : [...lines.slice(0, 20), "...", ...lines.slice(-29)].join("\n");
}

/** 0.4 ms is "0 ms", 1234 ms is "1.2 s". */
export function duration(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
