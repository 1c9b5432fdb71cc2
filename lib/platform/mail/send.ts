import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import type { Letter } from "./letter";

/** What became of a mail; `off` where the desk has no mail server. */
export type MailOutcome = "sent" | "failed" | "off";

const CONNECTING_MS = 5000;
const SILENCE_MS = 10_000;

/** Whether the desk can send mail. */
export function mailIsOn(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends a letter. A mail server that fails is no error of the caller's, whose work is done: it is answered, and the
 * desk's log has the kind of fault; never the letter, whose link is a secret.
 */
export async function sendMail(to: string, letter: Letter): Promise<MailOutcome> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return "off";
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: CONNECTING_MS,
    greetingTimeout: CONNECTING_MS,
    socketTimeout: SILENCE_MS,
  });
  try {
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, ...letter });
    return "sent";
  } catch (error) {
    const { code = "unknown", responseCode = "no answer" } = error as Record<string, unknown>;
    console.error(`A mail could not be sent: ${code} (${responseCode}).`);
    return "failed";
  } finally {
    transport.close();
  }
}
