import path from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "200000" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    only: { type: "string", default: "" },
    port: { type: "string", default: "4700" },
  },
});

const whole = (name: "claims" | "rounds" | "seconds" | "port") => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1.`);
  return number;
};

/** The options of `npm run bench -- …`. */
export const options = {
  claims: whole("claims"),
  /** How often each server is measured, alternately; the median counts. */
  rounds: whole("rounds"),
  /** The duration of each measurement. */
  seconds: whole("seconds"),
  /** Part of a scenario's name; empty for all. */
  only: values.only,
  /** The first of six ports. */
  port: whole("port"),
  connections: 30,
};

/** The data folder of the corpus with this many claims. */
export const corpusFolder = (claims: number) => path.resolve(`data/bench-${claims}`);
