import { expect, test } from "vitest";
import { invitationMail, passwordResetMail } from "@/lib/platform/mail/messages";

const link = "https://desk.example/ar/invitation/abc";

test("an invitation carries its link in the text and in the HTML, in the direction of its language", () => {
  const arabic = invitationMail("ar", { link, inviter: "ريم", host: "desk.example" });
  expect(arabic.subject).toContain("desk.example");
  expect(arabic.text.split("\n")).toContain(link);
  expect(arabic.html).toContain('<html lang="ar" dir="rtl">');
  expect(arabic.html).toContain(`<a href="${link}">${link}</a>`);
  const english = passwordResetMail("en", { link, host: "desk.example" });
  expect(english.html).toContain('<html lang="en" dir="ltr">');
  expect(english.text.split("\n")).toContain(link);
});

test("a name is text, whatever it looks like", () => {
  const { html, text } = invitationMail("en", { link, inviter: "<b>O'Neil</b>", host: "desk.example" });
  expect(html).toContain("&lt;b&gt;O&#39;Neil&lt;/b&gt; invites you");
  expect(text).toContain("<b>O'Neil</b> invites you");
});
