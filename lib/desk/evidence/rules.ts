import type { Localized } from "@/lib/i18n/localized";
import type { EvidenceKind } from "@/lib/record/vocabulary";
import { containsAddress } from "@/lib/text/contains-address";

/** The fields that depend on the kind of evidence. */
export type KindField = "url" | "publisher" | "archiveUrl" | "linkAnswers" | "protection";
type Requirement = "required" | "optional" | "none";

const onFile = {
  url: "optional",
  // Who holds or provided it.
  publisher: "optional",
  archiveUrl: "optional",
  linkAnswers: "optional",
  protection: "none",
} as const;

/** The fields that each kind of evidence requires, allows or excludes. */
export const kindFields: Record<EvidenceKind, Record<KindField, Requirement>> = {
  web: { ...onFile, url: "required", publisher: "required" },
  document: onFile,
  interview: onFile,
  data: onFile,
  protected_source: {
    url: "none",
    // A description that does not identify the source.
    publisher: "optional",
    archiveUrl: "none",
    linkAnswers: "none",
    protection: "required",
  },
};

/** The values of the fields that depend on the kind. */
export type KindValues = {
  url: string | null;
  publisher: string | null;
  archiveUrl: string | null;
  linkAnswers: boolean | null;
  protection: Localized;
};

/** The errors of evidence of a kind: the field, and a key of `fields.errors` in the message catalogue. */
export function findKindErrors(
  kind: EvidenceKind,
  values: Partial<KindValues>,
): Array<{ path: KindField; message: string }> {
  const errors = Object.entries(kindFields[kind]).flatMap(([name, need]) => {
    const path = name as KindField;
    const given = isGiven(values[path]);
    if (need === "required" && !given) return [{ path, message: "required" }];
    return need === "none" && given ? [{ path, message: "other_kind" }] : [];
  });
  const isUnknownLink =
    isGiven(values.linkAnswers) && !isGiven(values.url) && kindFields[kind].url === "optional";
  return isUnknownLink ? [...errors, { path: "linkAnswers", message: "no_link" }] : errors;
}

function isGiven(value: KindValues[KindField] | undefined): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== null && value !== undefined && value !== "";
}

/** The texts of a piece of evidence that can contain an address. */
export type EvidenceTexts = {
  title: string;
  publisher: string | null;
  excerpt: string | null;
  note: Localized;
  protection: Localized;
};

/**
 * The fields of a protected source whose text contains a web or email address, which could identify it. Empty
 * for other kinds.
 */
export function findLeakedAddresses(
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
    .filter(({ text }) => typeof text === "string" && containsAddress(text))
    .map(({ path }) => ({ path, message: "protected_address" }));
}
