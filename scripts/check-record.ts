// npm run check-record [-- --rewrite]: checks everything that the desk publishes against the record. With --rewrite, rows of
// the readers' table that differ are rebuilt from the revisions. Exit code: 0 if all is right, 2 if nothing is public yet,
// else 1.
import { randomUUID } from "node:crypto";
import { type CheckResult, repairRows, runCheck } from "@/lib/desk/record-check/commands";
import { parseEnv } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { bootDatabase } from "@/lib/platform/db/boot";
import { disconnect } from "@/lib/platform/db/client";

const rewrite = process.argv.slice(2).includes("--rewrite");
const clock = { now: () => new Date(), newId: randomUUID };
const database = await bootDatabase(parseEnv(process.env));
try {
  const checked = await runCheck(clock);
  print(checked);
  if (rewrite && checked && checked.findings.rows.size > 0) {
    console.log(`Rows rebuilt: ${await repairRows(checked)}.`);
    print(await runCheck(clock));
  }
} finally {
  await disconnect();
  await database.stop();
}

function print(checked: CheckResult | null): void {
  process.exitCode = checked ? codeOf(checked) : 1;
  if (checked) printFound(checked);
  else console.error("Another process is checking the record. Try again later.");
}

function codeOf({ counted, findings }: CheckResult): number {
  if (findings.count > 0) return 1;
  return counted.revisions + counted.nodes + counted.proposals + counted.claims === 0 ? 2 : 0;
}

function printFound(checked: CheckResult): void {
  const { counted, findings } = checked;
  const { revisions, nodes, proposals, claims } = counted;
  console.log(
    `Compared ${revisions} revisions, ${nodes} nodes of the log, ${proposals} proposals and the rows of ${claims} claims.`,
  );
  const t = translator("en", "recordAlarm");
  for (const { kind, about, fields } of findings.listed)
    console.error(`${t(`fault.${kind}`)}: ${[about, ...fields].join(" · ")}`);
  const more = findings.count - findings.listed.length;
  if (more > 0) console.error(t("more", { count: more }));
  if (codeOf(checked) === 2) console.error("Nothing is public: there was nothing to compare.");
  else console.log(findings.count === 0 ? "Nothing is wrong." : `${findings.count} findings.`);
}
