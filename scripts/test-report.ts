import { existsSync, readFileSync } from "node:fs";

/** The counts of a test run, with the messages of failed tests. */
export type Counts = { passed: number; failed: number; skipped: number; failures: string[] };

/** Reads the counts of a runner's report. A runner that failed without a failed test counts as one failure. */
export function readReport(file: string, code: number | null): Counts {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {};
  const passed = report.stats ? expected : (report.numPassedTests ?? 0);
  const failed = report.stats ? unexpected + flaky : (report.numFailedTests ?? 0);
  return {
    passed,
    failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed,
    skipped: report.stats ? skipped : (report.numPendingTests ?? 0),
    failures: report.stats ? browserFailures(report) : vitestFailures(report),
  };
}

type VitestReport = {
  testResults?: {
    name: string;
    message: string;
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/** The messages of failed tests, and of files that failed outside their tests. */
function vitestFailures({ testResults = [] }: VitestReport): string[] {
  return testResults.flatMap((file) => {
    const tests = file.assertionResults.filter((test) => test.status === "failed");
    if (tests.length === 0 && file.status === "failed") return [`${file.name}\n${file.message}`];
    return tests.map((test) => [test.fullName, ...test.failureMessages].join("\n"));
  });
}

type BrowserSuite = {
  specs?: { ok: boolean; title: string; file: string; line: number; tests: BrowserTest[] }[];
  suites?: BrowserSuite[];
};
type BrowserTest = { results: { error?: { message?: string } }[] };

function browserFailures({ specs = [], suites = [] }: BrowserSuite): string[] {
  const own = specs.filter((spec) => !spec.ok);
  return [
    ...own.map(({ file, line, title, tests }) => {
      const messages = tests.flatMap((test) => test.results.map((result) => result.error?.message ?? ""));
      return [`${file}:${line} ${title}`, ...messages].join("\n");
    }),
    ...suites.flatMap(browserFailures),
  ];
}
