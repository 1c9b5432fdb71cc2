import { computeClaims } from "./claims-compute";
import { congressClaims } from "./claims-congress";
import { methodClaims } from "./claims-method";
import { opennessClaims } from "./claims-openness";
import { outlookClaims } from "./claims-outlook";
import { parisClaims } from "./claims-paris";
import { sberbankClaims } from "./claims-sberbank";
import type { DemoClaim } from "./demo-shape";

/** The claims of the demo's article, in the order of their capture. */
export const demoClaims: DemoClaim[] = [
  ...computeClaims,
  ...methodClaims,
  ...opennessClaims,
  ...sberbankClaims,
  ...parisClaims,
  ...congressClaims,
  ...outlookClaims,
];
