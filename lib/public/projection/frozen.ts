import { type RevisionDocument, revisionDocumentSchema } from "./document";

/**
 * Reads the document that a revision froze. Fields that its format did not have get their defaults; keys stay in the order
 * in which they are stored, so that the document is always written as the same text. Throws a ZodError.
 */
export function frozenDocument(json: unknown): RevisionDocument {
  return inOrderOf(json, revisionDocumentSchema.parse(json)) as RevisionDocument;
}

/** The value with the keys of all its objects in the order of another one; those that it has more come last. */
function inOrderOf(order: unknown, value: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(order)) return value.map((item, n) => inOrderOf(order[n], item));
  if (!isObject(value) || !isObject(order)) return value;
  const keys = new Set([...Object.keys(order).filter((key) => key in value), ...Object.keys(value)]);
  return Object.fromEntries([...keys].map((key) => [key, inOrderOf(order[key], value[key])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
