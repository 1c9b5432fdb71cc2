import { addressFaults } from "@/lib/text/web-address";
import en from "@/messages/en.json" with { type: "json" };

const errors: Record<string, string> = en.fields.errors;
/** Keys that programs read as codes: docs/texts.md. */
const codes = new Set(["required", "too_long"]);
const addressErrors = new Set<string>([...addressFaults, "protected_address"]);

/** Returns the English message for an address fault, for programs; any other message unchanged. */
export function addressErrorMessage(message: string): string {
  return (addressErrors.has(message) && errors[message]) || message;
}

/**
 * Returns the English message for the error of a field, for programs; `required` and `too_long` unchanged.
 */
export function fieldErrorMessage(message: string): string {
  return (!codes.has(message) && errors[message]) || message;
}
