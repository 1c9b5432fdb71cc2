import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { smtpServer } from "../../mail/smtp-server";

const letter = { subject: "دعوة", text: "https://desk.example/invitation/abc\n", html: "<p>دعوة</p>" };
const logged = vi.spyOn(console, "error").mockImplementation(() => {});

beforeEach(() => {
  // The settings are read once a process: every test has its own.
  vi.resetModules();
  logged.mockClear();
});
afterEach(() => vi.unstubAllEnvs());

async function send(url: string) {
  vi.stubEnv("BASE_URL", "http://desk.example");
  vi.stubEnv("SMTP_URL", url);
  vi.stubEnv("MAIL_FROM", "Desk <desk@desk.example>");
  const { sendMail } = await import("@/lib/platform/mail/send");
  return sendMail("rim@desk.example", letter);
}

test("a letter arrives at the mail server, as text and as HTML", async () => {
  const server = await smtpServer();
  expect(await send(server.url)).toBe("sent");
  const [mail] = server.delivered;
  expect(mail).toMatchObject({ from: "desk@desk.example", to: ["rim@desk.example"] });
  expect(mail?.data).toMatch(/^To: rim@desk\.example$/m);
  expect(mail?.data).toMatch(/^From: Desk <desk@desk\.example>$/m);
  expect(mail?.data).toContain("https://desk.example/invitation/abc");
  expect(mail?.data).toContain("Content-Type: text/html; charset=utf-8");
  await server.close();
});

test("a server that refuses, or is not there, is said to have failed, and the link is not logged", async () => {
  const server = await smtpServer({ recipient: "550 no such user" });
  expect(await send(server.url)).toBe("failed");
  await server.close();
  vi.resetModules();
  expect(await send(server.url)).toBe("failed");
  expect(logged).toHaveBeenCalledTimes(2);
  expect(JSON.stringify(logged.mock.calls)).not.toContain("invitation/abc");
});

test("without a mail server nothing is sent", async () => {
  expect(await send("")).toBe("off");
});
