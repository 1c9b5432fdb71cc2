import type { Localized } from "@/lib/i18n/localized";
import type { EvidenceKind } from "@/lib/record/vocabulary";
import { holdsAddress } from "@/lib/text/address-in-text";

/** The fields that not every kind of evidence has, or must have. */
export type KindField = "url" | "publisher" | "archiveUrl" | "linkAnswers" | "protection";
type Need = "required" | "optional" | "none";

const onFile = {
  url: "optional",
  // Who holds it or gave it.
  publisher: "optional",
  archiveUrl: "optional",
  linkAnswers: "optional",
  protection: "none",
} as const;

/** What each kind of evidence must have, may have and cannot have. */
export const kindFields: Record<EvidenceKind, Record<KindField, Need>> = {
  web: { ...onFile, url: "required", publisher: "required" },
  document: onFile,
  interview: onFile,
  data: onFile,
  protected_source: {
    url: "none",
    // How the source may be described.
    publisher: "optional",
    archiveUrl: "none",
    linkAnswers: "none",
    protection: "required",
  },
};

export type KindValues = {
  url: string | null;
  publisher: string | null;
  archiveUrl: string | null;
  linkAnswers: boolean | null;
  protection: Localized;
};

/** What is wrong with evidence of a kind: the field, and a key of `fields.errors`. */
export function kindFaults(
  kind: EvidenceKind,
  values: Partial<KindValues>,
): Array<{ path: KindField; message: string }> {
  const faults = Object.entries(kindFields[kind]).flatMap(([name, need]) => {
    const path = name as KindField;
    const given = isGiven(values[path]);
    if (need === "required" && !given) return [{ path, message: "required" }];
    return need === "none" && given ? [{ path, message: "other_kind" }] : [];
  });
  const untold = isGiven(values.linkAnswers) && !isGiven(values.url) && kindFields[kind].url === "optional";
  return untold ? [...faults, { path: "linkAnswers", message: "no_link" }] : faults;
}

function isGiven(value: KindValues[KindField] | undefined): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== null && value !== undefined && value !== "";
}

/** The texts of a piece of evidence in which an address may stand. */
export type EvidenceTexts = {
  title: string;
  publisher: string | null;
  excerpt: string | null;
  note: Localized;
  protection: Localized;
};

/**
 * The texts of a protected source that hold a web or mail address, by field: all that is published of it must not lead
 * to it. Of other kinds none.
 */
export function leakedAddresses(
  kind: EvidenceKind,
  values: Partial<EvidenceTexts>,
): Array<{ path: string[]; message: string }> {
  if (kind !== "protected_source") return [];
  const { title, publisher, excerpt, note, protection } = values;
  const localized = Object.entries({ note, protection }).flatMap(([name, texts]) =>
    Object.entries(texts ?? {}).map(([language, text]) => ({ path: [name, language], text })),
  );
  return Object.entries({ title, publisher, excerpt })
    .map(([name, text]) => ({ path: [name], text }))
    .concat(localized)
    .filter(({ text }) => typeof text === "string" && holdsAddress(text))
    .map(({ path }) => ({ path, message: "protected_address" }));
}
