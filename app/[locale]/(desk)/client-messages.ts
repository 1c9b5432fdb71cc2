import type { AbstractIntlMessages } from "next-intl";

/** The parts of the catalogue that the desk's interactive parts use in the browser. */
const namespaces = [
  "account",
  "appearanceForm",
  "claim",
  "article",
  "articleForm",
  "claimFields",
  "dates",
  "deskClaim",
  "discussion",
  "errors",
  "evidence",
  "evidenceForm",
  "languages",
  "fields",
  "form",
  "invitation",
  "keys",
  "live",
  "marking",
  "methodology",
  "named",
  "newClaim",
  "people",
  "questions",
  "quoteBehind",
  "reset",
  "role",
  "signIn",
  "stance",
  "twoFactor",
  "status",
];

/** Those messages alone, so that a page carries no more words than it may show. */
export function clientMessages(messages: AbstractIntlMessages): AbstractIntlMessages {
  return Object.fromEntries(namespaces.flatMap((name) => (messages[name] ? [[name, messages[name]]] : [])));
}
