import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { verifyEvents } from "@/lib/desk/audit/verify";

// npm run verify-events -- events.ndjson [--filtered]: whether an exported event log is what the desk wrote.
const [file, ...options] = process.argv.slice(2);
if (!file) throw new Error("Name the exported file: npm run verify-events -- events.ndjson");
const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
const check = await verifyEvents(lines, { filtered: options.includes("--filtered") });
if (check.sound && check.count === 0) {
  console.error(`${file} holds no event: there was nothing to check.`);
  process.exitCode = 2;
} else if (check.sound) {
  console.log(`${check.count} events, every hash fits. The last one: ${check.last}`);
} else {
  const faults = {
    unreadable: "is no event",
    surrogate: "holds half of a surrogate pair, which no hash can be over",
    hash: "does not have the hash of what it says",
    chain: "does not follow the line before it",
    order: "is out of order",
  };
  console.error(`Line ${check.line} (event ${check.sequence ?? "unknown"}) ${faults[check.fault]}.`);
  process.exitCode = 1;
}
