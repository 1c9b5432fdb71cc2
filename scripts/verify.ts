// npm run verify -- FILE: whether an export or the log's entries say what was published. Needs no database, no network
// and no settings. Ends with 0, with 1 for the first thing that is wrong, with 2 for what cannot be checked.
import { runVerify } from "./verify-run";

const { code, said } = await runVerify(process.argv.slice(2));
(code === 0 ? console.log : console.error)(said);
process.exitCode = code;
