import type { AbstractIntlMessages } from "next-intl";

/** The namespaces of messages that the desk's client components use. */
const namespaces = [
  "account",
  "appearanceForm",
  "claim",
  "article",
  "articleForm",
  "claimFields",
  "confirmations",
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
  "longText",
  "marking",
  "methodology",
  "named",
  "newClaim",
  "people",
  "queue",
  "quoteBehind",
  "realtime",
  "reset",
  "role",
  "signIn",
  "stage",
  "stance",
  "twoFactor",
  "status",
];

/** Returns the messages that the desk's client components use, to send no others to the browser. */
export function clientMessages(messages: AbstractIntlMessages): AbstractIntlMessages {
  return Object.fromEntries(namespaces.flatMap((name) => (messages[name] ? [[name, messages[name]]] : [])));
}
