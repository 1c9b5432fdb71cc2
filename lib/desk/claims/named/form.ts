import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isLocaleId } from "@/lib/i18n/locales";
import type { Localized, Texts } from "@/lib/i18n/localized";
import { localizedLine } from "@/lib/i18n/localized-fields";
import { transaction } from "@/lib/platform/db/transaction";
import { idField } from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";
import {
  type Candidate,
  type ClaimantInput,
  editedClaimFields,
  type NewTopic,
  namesSchema,
  newClaimFields,
  type Rename,
  renameSchema,
  type Split,
  splitSchema,
  writtenInItsLanguage,
} from "../schema";
import { type NamedKind, type Unclear, UnclearName } from "./alike";
import { findSimilar, MOST_OFFERED } from "./similar";

const names = localizedLine(limits.name);

/**
 * The controls by which a form chooses or names somebody: `choice` is `nobody`, `named` or `key:` and a key; `asked` are
 * the names that the page asked about before, with the candidates in `distinctFrom`.
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

/** Names that were typed and that the person must be asked about; unless nothing is like them, where `ifAlike`. */
type Question = { ask: Localized; ifAlike: boolean };

/** The name of the field for the claim in a language that is none of the product's. */
const ORIGINAL = "original";
const CHOSEN = /^key:(.+)$/s;

/** What the controls say, where it is settled; else the question, or null where nothing was chosen. */
function read({ choice, names: typed, asked, distinctFrom }: Controls, context: z.RefinementCtx) {
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

/** The claimant of a form, with an issue where nothing was chosen. */
const claimantField = controls.transform((given, context): ClaimantInput | Question => {
  const named = read(given, context);
  const key = CHOSEN.exec(given.choice ?? "")?.[1];
  if (named) return named;
  if (key) return { key };
  return given.choice === "nobody" ? null : fault(context, [], "claimant_choice");
});

/** The new topic of a form: to create, a known one by key, or none. */
const topicField = controls.transform((given, context): NewTopic | { key: string } | Question | null => {
  const named = read(given, context);
  const key = CHOSEN.exec(given.choice ?? "")?.[1];
  if (named) return named;
  return key && Object.keys(given.names).length > 0 ? { key } : null;
});

const chosen = { claimant: claimantField, newTopic: topicField };

/**
 * The text of a form's field for a language that is none of the product's under its tag. The field is not shown for those,
 * and what still stands in it is left out.
 */
function withOriginal<Claim extends { language: string; text: Texts }>({ text, ...claim }: Claim) {
  const { [ORIGINAL]: original, ...texts } = text;
  const { language } = claim;
  return { ...claim, text: original && !isLocaleId(language) ? { ...texts, [language]: original } : texts };
}

/** A new claim as its form sends it. */
export const newClaimFormSchema = writtenInItsLanguage(newClaimFields.extend(chosen).transform(withOriginal));

/** An edited claim as its form sends it. */
export const editedClaimFormSchema = writtenInItsLanguage(
  editedClaimFields.extend({ ...chosen, slug: idField }).transform(withOriginal),
);

/** A split as its form sends it. */
export const splitFormSchema = splitSchema.extend({ to: claimantField });

/** As the split command takes it. Throws `conflict` with the candidates where it must be asked who is meant. */
export async function settledSplit({ key, claims, to }: z.output<typeof splitFormSchema>): Promise<Split> {
  const other = await settle("claimant", to);
  requireSettled([{ field: "to", named: "claimant", ...other }]);
  if (!other.given) throw new AppError("invalid", "Name another one.", [{ path: "to", message: "required" }]);
  return { key, claims, to: other.given };
}

/** New names as their form sends them: `distinctFrom` counts for the names that the page `asked` about. */
export const renameFormSchema = renameSchema.extend({ asked: names.default({}) }).transform(
  ({ asked, names, distinctFrom, ...rest }): Rename => ({
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

/** The form's fields as the commands take them. Throws `conflict` with the candidates where it must be asked who is meant. */
export async function settled<T extends Fields>({ claimant, newTopic, topics, ...fields }: T) {
  const topic = await settle("topic", newTopic);
  const chosen = await settle("claimant", claimant);
  requireSettled([
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

/** What a form chose of one kind, or the candidates to ask about; names that nothing is like are those of a new one. */
async function settle<T extends object>(
  named: NamedKind,
  given: T | Question | null,
): Promise<{ given: T | Created | null; candidates?: Candidate[]; total?: number }> {
  if (!given || !("ask" in given)) return { given };
  const names = Object.values(given.ask);
  const similar = await transaction((tx) => findSimilar(tx, named, names, { limit: MOST_OFFERED }));
  if (similar.total > 0 || !given.ifAlike) return { given: null, ...similar };
  return { given: { names: given.ask, create: true, distinctFrom: [] } };
}

/** Throws `conflict` with the candidates of all that must be asked. */
function requireSettled(asked: Array<Partial<Unclear> & Omit<Unclear, "candidates">>): void {
  const [first, ...others] = asked.flatMap(({ field, named, candidates }) =>
    candidates ? [{ field, named, candidates }] : [],
  );
  if (first) throw new UnclearName([first, ...others]);
}

/** The candidates of an error by the form's field, for the form to ask who is meant; null for other errors. */
export function candidatesOf(error: AppError): Record<string, Candidate[]> | null {
  if (!(error instanceof UnclearName)) return null;
  return Object.fromEntries(error.unclear.map(({ field, candidates }) => [field, candidates]));
}
