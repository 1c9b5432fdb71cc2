import { spawn } from "node:child_process";
import { runVerify } from "@/scripts/verify-run";

/** What `npm run verify` says of these arguments, without the start of a program. */
export async function verifyHere(...args: string[]): Promise<{ code: number; said: string }> {
  const { code, summary: said } = await runVerify(args);
  return { code, said: `${said}\n` };
}

/** Runs `npm run verify` as somebody outside would: with the files alone, and no settings. */
export function verify(...args: string[]): Promise<{ code: number | null; said: string }> {
  const { DATABASE_URL, AUTH_SECRET, BASE_URL, ...env } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/verify.ts", ...args], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      said += part;
    });
  }
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}
