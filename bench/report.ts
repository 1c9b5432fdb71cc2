import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SearchFigures } from "@/tests/search/figures";
import { markdownTable } from "./console";
import type { LoadResult } from "./drive";
import type { ExportResult } from "./exports";
import { options } from "./options";
import type { RandomResult } from "./random-requests";

/**
 * The median results of a scenario: of the app, of its peer, of the app with a single connection, and of the app with the
 * smallest corpus (null if that is the corpus itself).
 */
export type ScenarioResult = {
  name: string;
  peer: string;
  goal: number;
  ours: LoadResult;
  theirs: LoadResult;
  alone: LoadResult;
  small: LoadResult | null;
  ratio: number;
};

/** The results of a run. */
export type Report = {
  claims: number;
  at: string;
  node: string;
  measured: ScenarioResult[];
  exported: ExportResult | null;
  deepest: { firstMs: number; deepestMs: number };
  random: RandomResult;
  weight: { htmlKb: number; scriptsKb: number };
  visible: { medianMs: number; mostMs: number };
  /** The search quality by data set. */
  search: Record<string, SearchFigures & { queries: number }>;
  peakMb: number;
  plans: Record<string, string>;
};

const FOLDER = path.resolve("bench/results");

/** Prints the report, and saves it in bench/results unless only some scenarios were run. */
export function writeReport(report: Report): void {
  console.log(`\n${asMarkdown(report)}\n`);
  if (options.only) return;
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `${report.claims}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`Saved in ${path.relative(process.cwd(), file)}`);
}

function asMarkdown(report: Report): string {
  const rows = report.measured.map(({ name, peer, goal, ours, theirs, alone, ratio, small }) => [
    name,
    whole(ours.perSecond),
    `${whole(theirs.perSecond)} (${peer})`,
    `${ratio.toFixed(2)} (${goal})`,
    `${brief(ours.p50)} / ${whole(ours.p99)}`,
    `${brief(alone.p50)} / ${whole(alone.p99)} / ${whole(alone.slowest)}`,
    small ? (ours.p50 / small.p50).toFixed(2) : "",
    String(ours.failed + theirs.failed + (small?.failed ?? 0)),
  ]);
  const head = [
    "what",
    "a second",
    "peer",
    "ratio (goal)",
    "p50 / p99 ms",
    "alone, slowest",
    "p50 to 10,000",
    "failed",
  ];
  return [markdownTable(head, rows), ...otherLines(report)].join("\n\n");
}

function otherLines({ exported, deepest, random, weight, visible, search, peakMb }: Report): string[] {
  const lines = exported
    ? [
        `NDJSON export: ${exported.seconds.toFixed(1)} s for ${whole(exported.megabytes)} MB, ` +
          (exported.copySeconds === null
            ? "no psql here to compare with, "
            : `${(exported.seconds / exported.copySeconds).toFixed(2)} of psql's COPY (goal 1.5), `) +
          `first byte after ${whole(exported.firstByteMs)} ms, ${whole(exported.aboveIdleMb)} MB above idle.`,
      ]
    : [];
  return [
    ...lines,
    ...Object.entries(search).map(
      ([name, { queries, recallAt10, meanReciprocalRank }]) =>
        `Search, ${name} (${queries} queries): recall at 10 ${recallAt10.toFixed(3)}, mean reciprocal rank ${meanReciprocalRank.toFixed(3)}.`,
    ),
    `500 random requests, one after the other: half within ${brief(random.p50)} ms, 99 of 100 within ${whole(random.p99)} ms, ` +
      `the slowest ${whole(random.slowest)} ms; ${random.unanswered} failed.`,
    `Publication to the first response of another process with it: ${whole(visible.medianMs)} ms, at most ${whole(visible.mostMs)} ms (goal 100).`,
    `Deepest page against the first: ${(deepest.deepestMs / deepest.firstMs).toFixed(2)} (goal 1.2). ` +
      `Table page compressed: ${weight.htmlKb.toFixed(1)} KB of HTML, ${weight.scriptsKb.toFixed(0)} KB of scripts. ` +
      `Peak memory of an app process: ${whole(peakMb)} MB.`,
  ];
}

function whole(number: number): string {
  return Math.round(number).toLocaleString("en");
}

/** Formats milliseconds: below ten to a tenth. */
function brief(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : whole(ms);
}
