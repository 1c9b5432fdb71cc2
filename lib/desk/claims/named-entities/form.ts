import { z } from "zod";
import {
  type Candidate,
  type ClaimantInput,
  type ClaimantSplit,
  type EntityRename,
  editedClaimFields,
  type NewTopic,
  namesSchema,
  newClaimFields,
  renameSchema,
  requireTextInLanguage,
  splitSchema,
} from "@/lib/desk/claims/schema";
import { AppError } from "@/lib/errors";
import { isLocaleId } from "@/lib/i18n/locales";
import type { Localized, Texts } from "@/lib/i18n/localized";
import { localizedLine } from "@/lib/i18n/localized-fields";
import { transaction } from "@/lib/platform/db/transaction";
import { idField } from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";
import { type AmbiguousName, AmbiguousNameError, type NamedEntityKind } from "./candidates";
import { findSimilarNames, MAX_CANDIDATES } from "./similar-names";

const names = localizedLine(limits.name);

/**
 * The form controls for a named entity: `choice` is `nobody`, `named` or `key:` and a key; `asked` are the
 * names for which the page showed candidates, whose keys are in `distinctFrom`.
 */
const controls = z
  .object({
    choice: idField.optional(),
    names: names.default({}),
    asked: names.default({}),
    distinctFrom: z.array(idField).max(100).default([]),
  })
  .default({ names: {}, asked: {}, distinctFrom: [] });
type Controls = z.output<typeof controls>;

/** Typed names to be resolved by the person; with `ifAlike`, only if there are similar names. */
type UnresolvedName = { ask: Localized; ifAlike: boolean };

/** The field for the claim's text in a language that is not one of the interface. */
const ORIGINAL = "original";
const CHOSEN = /^key:(.+)$/s;

/** Reads the controls: names to create, names to resolve, or null if no names are chosen. */
function readNames({ choice, names: typed, asked, distinctFrom }: Controls, context: z.RefinementCtx) {
  if (Object.keys(typed).length === 0) return choice === "named" ? fault(context, ["names"]) : null;
  const { data: names, error } = namesSchema.safeParse(typed);
  if (!names) {
    for (const issue of error.issues)
      context.addIssue({ code: "custom", message: issue.message, path: ["names", ...issue.path] });
    return z.NEVER;
  }
  const isAnswered = JSON.stringify(typed) === JSON.stringify(asked);
  if (isAnswered && choice) return choice === "named" ? { names, create: true, distinctFrom } : null;
  return { ask: names, ifAlike: !isAnswered && (choice ?? "named") === "named" };
}

function fault(context: z.RefinementCtx, path: string[], message = "required"): never {
  context.addIssue({ code: "custom", message, path });
  return z.NEVER;
}

/** The claimant of a form; an issue if nothing is chosen. */
const claimantField = controls.transform((given, context): ClaimantInput | UnresolvedName => {
  const named = readNames(given, context);
  const key = CHOSEN.exec(given.choice ?? "")?.[1];
  if (named) return named;
  if (key) return { key };
  return given.choice === "nobody" ? null : fault(context, [], "claimant_choice");
});

/** The new topic of a form: one to create, an existing one by key, or none. */
const topicField = controls.transform(
  (given, context): NewTopic | { key: string } | UnresolvedName | null => {
    const named = readNames(given, context);
    const key = CHOSEN.exec(given.choice ?? "")?.[1];
    if (named) return named;
    return key && Object.keys(given.names).length > 0 ? { key } : null;
  },
);

const chosen = { claimant: claimantField, newTopic: topicField };

/**
 * Moves the text of the field `original` to the claim's language, if that is not one of the interface; else
 * the field is hidden and its value dropped.
 */
function withOriginal<Claim extends { language: string; text: Texts }>({ text, ...claim }: Claim) {
  const { [ORIGINAL]: original, ...texts } = text;
  const { language } = claim;
  return { ...claim, text: original && !isLocaleId(language) ? { ...texts, [language]: original } : texts };
}

/** A new claim as its form sends it. */
export const newClaimFormSchema = requireTextInLanguage(
  newClaimFields.extend(chosen).transform(withOriginal),
);

/** An edited claim as its form sends it. */
export const editedClaimFormSchema = requireTextInLanguage(
  editedClaimFields.extend({ ...chosen, slug: idField }).transform(withOriginal),
);

/** A split as its form sends it. */
export const splitFormSchema = splitSchema.extend({ to: claimantField });

/** The form as input of the split command. Throws `conflict` with candidates if the name is ambiguous. */
export async function resolveSplitForm({
  key,
  claims,
  to,
}: z.output<typeof splitFormSchema>): Promise<ClaimantSplit> {
  const other = await resolveControl("claimant", to);
  requireResolved([{ field: "to", named: "claimant", ...other }]);
  if (!other.given)
    throw new AppError("invalid", "Choose another claimant.", [{ path: "to", message: "required" }]);
  return { key, claims, to: other.given };
}

/** The rename form; `distinctFrom` counts only for the names that the page `asked` about. */
export const renameFormSchema = renameSchema.extend({ asked: names.default({}) }).transform(
  ({ asked, names, distinctFrom, ...rest }): EntityRename => ({
    ...rest,
    names,
    distinctFrom: JSON.stringify(asked) === JSON.stringify(names) ? distinctFrom : [],
  }),
);

type Fields = {
  claimant: z.output<typeof claimantField>;
  newTopic: z.output<typeof topicField>;
  topics: string[];
};

/** The form's fields as input of the commands. Throws `conflict` with candidates if a name is ambiguous. */
export async function resolveClaimForm<T extends Fields>({ claimant, newTopic, topics, ...fields }: T) {
  const topic = await resolveControl("topic", newTopic);
  const chosen = await resolveControl("claimant", claimant);
  requireResolved([
    { field: "claimant", named: "claimant", ...chosen },
    { field: "newTopic", named: "topic", ...topic },
  ]);
  const { given } = topic;
  return {
    ...fields,
    claimant: chosen.given,
    topics: given && "key" in given ? [...new Set([...topics, given.key])] : topics,
    newTopic:
      given && "names" in given ? { names: given.names, distinctFrom: given.distinctFrom } : undefined,
  };
}

type Created = { names: Localized; create: boolean; distinctFrom: string[] };

/** Resolves one control, or returns the candidates; names without similar ones create a new entity. */
async function resolveControl<T extends object>(
  named: NamedEntityKind,
  given: T | UnresolvedName | null,
): Promise<{ given: T | Created | null; candidates?: Candidate[]; total?: number }> {
  if (!given || !("ask" in given)) return { given };
  const names = Object.values(given.ask);
  const similar = await transaction((tx) => findSimilarNames(tx, named, names, { limit: MAX_CANDIDATES }));
  if (similar.total > 0 || !given.ifAlike) return { given: null, ...similar };
  return { given: { names: given.ask, create: true, distinctFrom: [] } };
}

/** Throws `conflict` with the candidates of all unresolved names. */
function requireResolved(asked: Array<Partial<AmbiguousName> & Omit<AmbiguousName, "candidates">>): void {
  const [first, ...others] = asked.flatMap(({ field, named, candidates }) =>
    candidates ? [{ field, named, candidates }] : [],
  );
  if (first) throw new AmbiguousNameError([first, ...others]);
}

/** The candidates of an error by form field; null for other errors. */
export function candidatesFromError(error: AppError): Record<string, Candidate[]> | null {
  if (!(error instanceof AmbiguousNameError)) return null;
  return Object.fromEntries(error.ambiguous.map(({ field, candidates }) => [field, candidates]));
}
