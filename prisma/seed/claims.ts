import { figureClaims } from "./claims-figures";
import { opennessClaims } from "./claims-openness";
import { powerClaims } from "./claims-powers";

/** The claims of the demo's article. */
export const demoClaims = [...figureClaims, ...opennessClaims, ...powerClaims];
