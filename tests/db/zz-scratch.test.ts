import { test } from "vitest";
import { nounFaults } from "@/tests/search/noun-faults";

test("words", async () => {
  const { missed, confused } = await nounFaults();
  const said = (v: Array<{ asked: string; other: string }>) =>
    v.map(({ asked, other }) => `${asked}>${other}`).join(" ");
  for (const [k, v] of Object.entries(missed))
    console.log(k, v.tried, v.faults.length, said(v.faults.slice(0, 60)));
  for (const [k, v] of Object.entries(confused)) console.log(k, v.length, said(v));
}, 60000);
