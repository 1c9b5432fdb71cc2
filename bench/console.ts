/** Runs a step and prints how long it took. */
export async function timed<T>(name: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await run();
  if (process.stdout.isTTY) process.stdout.write("\r\x1b[2K");
  console.log(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

let last = 0;

/** Prints progress: on one line of a terminal, at most four times a second; else a line every ten seconds. */
export function progress(name: string, done: number, all: number): void {
  const now = Date.now();
  if (now - last < (process.stdout.isTTY ? 250 : 10_000)) return;
  last = now;
  const line = `  ${name}: ${done} of ${all} (${Math.round((100 * done) / all)}%)`;
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
}

/** Renders a Markdown table with padded columns. */
export function markdownTable(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
