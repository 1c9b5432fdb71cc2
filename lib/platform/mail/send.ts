import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import type { MailMessage } from "./messages";

/** The outcome of sending a mail; `off` if the desk has no mail server. */
export type MailOutcome = "sent" | "failed" | "off";

const CONNECT_TIMEOUT_MS = 5000;
const SOCKET_TIMEOUT_MS = 10_000;

/** Whether the desk has a mail server. */
export function isMailEnabled(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends a message. Never throws: a failure is returned, and the log has its kind, but never the message, whose link is a
 * secret.
 */
export async function sendMail(to: string, message: MailMessage): Promise<MailOutcome> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return "off";
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
  });
  try {
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, ...message });
    return "sent";
  } catch (error) {
    const { code = "unknown", responseCode = "no response" } = error as Record<string, unknown>;
    console.error(`A mail could not be sent: ${code} (${responseCode}).`);
    return "failed";
  } finally {
    transport.close();
  }
}
