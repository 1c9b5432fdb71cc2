import { options } from "./options";
import { unseenPages, unseenWords } from "./questions";

/** Two servers that are asked for the same in turn, and what the first must reach of the second. */
export type Scenario = {
  name: string;
  peer: "static" | "bare" | "next";
  goal: number;
  app: (seed: number) => () => string;
  peerPath?: (seed: number) => () => string;
};

const always = (path: string) => () => () => path;
const after = (base: string, next: (seed: number) => () => string) => (seed: number) => {
  const question = next(seed);
  return () => base + question();
};
const common = (seed: number) => unseenWords("common", options.claims, seed);
const rare = (seed: number) => unseenWords("rare", options.claims, seed);

const unchanged = (name: string, path: string): Scenario => ({
  name: `${name}, unchanged`,
  peer: "static",
  goal: 0.5,
  app: always(path),
});

const all: Scenario[] = [
  unchanged("table page", "/"),
  unchanged("claim page", `/claims/claim-${Math.floor(options.claims / 2)}`),
  unchanged("API list", "/api/v1/claims?status=false"),
  unchanged("feed", "/corrections/feed.atom"),
  {
    name: "API list, never seen",
    peer: "bare",
    goal: 0.45,
    app: after("/api/v1/claims", unseenPages),
    peerPath: after("/", unseenPages),
  },
  { name: "table page, never seen", peer: "next", goal: 0.9, app: after("/", unseenPages) },
  {
    name: "search, rare words",
    peer: "bare",
    goal: 0.5,
    app: after("/api/v1/claims", rare),
    peerPath: after("/", rare),
  },
  {
    name: "search, common words",
    peer: "bare",
    goal: 0.5,
    app: after("/api/v1/claims", common),
    peerPath: after("/", common),
  },
];

/** The scenarios that were asked for. */
export const scenarios = all.filter(({ name }) => name.includes(options.only));
