import { addressFaults } from "@/lib/text/web-address";
import en from "@/messages/en.json" with { type: "json" };

const errors: Record<string, string> = en.fields.errors;
/** Keys that are documented as such: docs/texts.md. */
const codes = new Set(["required", "too_long"]);
const told = new Set<string>([...addressFaults, "protected_address"]);

/** What is wrong with an address, in English for programs; any other message as it is. */
export function addressWords(message: string): string {
  return (told.has(message) && errors[message]) || message;
}

/** What a rule of a field found, in English for programs; `required` and `too_long` stay, as programs read them. */
export function ruleWords(message: string): string {
  return (!codes.has(message) && errors[message]) || message;
}
