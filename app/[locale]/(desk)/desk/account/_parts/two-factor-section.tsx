import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Actor, Context } from "@/lib/desk/auth/permissions";
import { getTwoFactor } from "@/lib/desk/people/two-factor";
import { deskHost } from "@/lib/next/links";
import { QrCode } from "./qr-code";
import { TwoFactorPanel } from "./two-factor-panel";

/** Two-factor authentication: set up, new backup codes, turn off. */
export async function TwoFactorSection({ context }: { context: Context & { actor: Actor } }) {
  const t = await getTranslations("twoFactor");
  const status = await getTwoFactor(context, deskHost());
  return (
    <Section id="two-factor" title={t("title")}>
      <TwoFactorPanel state={status.state} codesLeft={status.state === "on" ? status.codesLeft : 0}>
        {status.state === "setup" && (
          <>
            <QrCode text={status.address} label={t("qr")} />
            <div className="grid gap-1 text-sm">
              <p>{t("secret")}</p>
              <code dir="ltr" className="justify-self-start text-base break-all select-all">
                {status.secret.match(/.{4}/g)?.join(" ")}
              </code>
            </div>
          </>
        )}
      </TwoFactorPanel>
    </Section>
  );
}
