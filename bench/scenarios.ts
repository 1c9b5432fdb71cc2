import { options } from "./options";
import { unseenPages, unseenWords } from "./questions";

/** Paths to ask for, by a seed and the number of claims there are. */
type Paths = (seed: number, claims: number) => () => string;

/** Two servers that are asked for the same in turn, and what the first must reach of the second. */
export type Scenario = {
  name: string;
  peer: "static" | "bare" | "next";
  goal: number;
  app: Paths;
  peerPath?: Paths;
};

const after =
  (base: string, next: Paths): Paths =>
  (seed, claims) => {
    const question = next(seed, claims);
    return () => base + question();
  };
const common: Paths = (seed, claims) => unseenWords("common", claims, seed);
const rare: Paths = (seed, claims) => unseenWords("rare", claims, seed);

const unchanged = (name: string, path: string | ((claims: number) => string)): Scenario => ({
  name: `${name}, unchanged`,
  peer: "static",
  goal: 0.5,
  app: (_seed, claims) => () => (typeof path === "string" ? path : path(claims)),
});

const all: Scenario[] = [
  unchanged("table page", "/"),
  unchanged("claim page", (claims) => `/claims/claim-${Math.floor(claims / 2)}`),
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
