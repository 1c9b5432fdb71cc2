// npm run check-record [-- --rewrite]: whether everything that is published at the desk of these settings is what the record
// says. With --rewrite, rows of the readers' table that are not are written anew from the revisions. Ends with 0 where all is
// right, with 2 where nothing is public yet, else with 1.
import { randomUUID } from "node:crypto";
import { type Checked, checkNow, rewriteRows } from "@/lib/desk/record-check/commands";
import { parseEnv } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { bootDatabase } from "@/lib/platform/db/boot";
import { disconnect } from "@/lib/platform/db/client";

const rewrite = process.argv.slice(2).includes("--rewrite");
const clock = { now: () => new Date(), newId: randomUUID };
const database = await bootDatabase(parseEnv(process.env));
try {
  const checked = await checkNow(clock);
  print(checked);
  if (rewrite && checked && checked.faults.rows.size > 0) {
    console.log(`Rows written anew: ${await rewriteRows(checked)}.`);
    print(await checkNow(clock));
  }
} finally {
  await disconnect();
  await database.stop();
}

function print(checked: Checked | null): void {
  process.exitCode = checked ? codeOf(checked) : 1;
  if (checked) printFound(checked);
  else console.error("Another process checks the record at this moment: look again later.");
}

function codeOf({ counted, faults }: Checked): number {
  if (faults.count > 0) return 1;
  return counted.revisions + counted.nodes + counted.proposals + counted.claims === 0 ? 2 : 0;
}

function printFound(checked: Checked): void {
  const { counted, faults } = checked;
  const { revisions, nodes, proposals, claims } = counted;
  console.log(
    `Compared ${revisions} revisions, ${nodes} nodes of the log, ${proposals} proposals and the rows of ${claims} claims.`,
  );
  const t = translator("en", "recordAlarm");
  for (const { kind, about, fields } of faults.named)
    console.error(`${t(`fault.${kind}`)}: ${[about, ...fields].join(" · ")}`);
  const more = faults.count - faults.named.length;
  if (more > 0) console.error(t("more", { count: more }));
  if (codeOf(checked) === 2) console.error("Nothing is public: there was nothing to compare.");
  else console.log(faults.count === 0 ? "Nothing is wrong." : `${faults.count} faults.`);
}
