import type { DemoPerson } from "./demo-shape";

/** The people of the demo desk. None of them can sign in. */
export const demoPeople: DemoPerson[] = [
  { key: "layla", name: "Layla Haddad", role: "editor" },
  { key: "yusuf", name: "Yusuf Benali", role: "editor" },
  { key: "mariam", name: "Mariam Qasim", role: "publisher" },
];
