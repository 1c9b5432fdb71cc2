import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { getNamedEntity } from "@/lib/desk/claims/named-entities/queries";
import { deskContext } from "@/lib/next/desk-page";
import { orNotFound } from "@/lib/next/not-found";
import { staffPage } from "../../../staff-page";
import { NamedHeader } from "../../_parts/named-header";
import { RenameForm } from "../../_parts/rename-form";
import { renameTopicAction } from "./actions";

type PageProps = { params: Promise<{ key: string }> };

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("named"))("topics.title") };
}

/** A topic, to rename. */
async function TopicPage({ params }: PageProps) {
  const { key } = await params;
  const context = await deskContext(`/desk/topics/${key}`, "claimant.manage");
  const topic = await orNotFound(getNamedEntity(context, "topic", decodeURIComponent(key)));
  const t = await getTranslations("named");
  return (
    <div className="grid max-w-4xl gap-10">
      <NamedHeader folder="topics" named={topic} />
      <Section id="rename" title={t("rename")}>
        <RenameForm named={topic} folder="topics" action={renameTopicAction} />
      </Section>
    </div>
  );
}

export default staffPage(TopicPage);
