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
  "deskArticles",
  "deskClaim",
  "deskTables",
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
  "longText",
  "marking",
  "methodology",
  "named",
  "newClaim",
  "people",
  "questions",
  "queue",
  "quoteBehind",
  "reset",
  "role",
  "signIn",
  "stage",
  "stance",
  "twoFactor",
  "status",
];

/** Those messages alone, so that a page carries no more words than it may show. */
export function clientMessages(messages: AbstractIntlMessages): AbstractIntlMessages {
  return Object.fromEntries(namespaces.flatMap((name) => (messages[name] ? [[name, messages[name]]] : [])));
}
