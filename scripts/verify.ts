// npm run verify -- FILE: checks that an export or the log's entries are what was published. Needs no database, no network
// and no settings. Exit code: 0, 1 if something is wrong, 2 if something cannot be checked.
import { runVerify } from "./verify-run";

const { code, summary } = await runVerify(process.argv.slice(2));
(code === 0 ? console.log : console.error)(summary);
process.exitCode = code;
