import { coldPages, coldSearches } from "./cold-requests";
import { options } from "./options";

/** Creates a generator of request paths from a seed and the number of claims. */
type Paths = (seed: number, claims: number) => () => string;

/** The same requests to the app and to a peer; `goal` is the required share of the peer's throughput. */
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
const common: Paths = (seed, claims) => coldSearches("common", claims, seed);
const rare: Paths = (seed, claims) => coldSearches("rare", claims, seed);

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
    app: after("/api/v1/claims", coldPages),
    peerPath: after("/", coldPages),
  },
  { name: "table page, never seen", peer: "next", goal: 0.9, app: after("/", coldPages) },
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

/** The scenarios selected by the options. */
export const scenarios = all.filter(({ name }) => name.includes(options.only));
