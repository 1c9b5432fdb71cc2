import { addressFaults } from "@/lib/text/web-address";
import en from "@/messages/en.json" with { type: "json" };

const errors: Record<string, string> = en.fields.errors;
const told = new Set<string>([...addressFaults, "protected_address"]);

/** What is wrong with an address, in English for programs; any other message as it is. */
export function addressWords(message: string): string {
  return (told.has(message) && errors[message]) || message;
}
