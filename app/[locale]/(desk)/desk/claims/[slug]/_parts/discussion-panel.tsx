import { getTranslations } from "next-intl/server";
import type { CommentListItem, CommentThread, MentionablePerson } from "@/lib/desk/comments/queries";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { CommentForm } from "./comment-form";

type DiscussionPanelProps = {
  claimId: string;
  threads: CommentThread[];
  people: MentionablePerson[];
  locale: LocaleId;
  actor: string;
};

/** The desk's internal discussion of the claim: threads of comments, with forms to reply and to comment. */
export async function DiscussionPanel({ claimId, threads, people, locale, actor }: DiscussionPanelProps) {
  const t = await getTranslations("discussion");
  return (
    <div className="grid gap-6">
      {threads.length === 0 ? (
        <p className="text-soft">{t("none")}</p>
      ) : (
        <ol className="grid gap-6">
          {threads.map((thread) => (
            <li key={thread.id} className="grid gap-3">
              <Comment line={thread} locale={locale} />
              <div className="grid gap-3 border-s-2 border-rule ps-4">
                {thread.replies.length > 0 && (
                  <ol className="grid gap-3" aria-label={t("answersTo", { name: thread.author })}>
                    {thread.replies.map((reply) => (
                      <li key={reply.id}>
                        <Comment line={reply} locale={locale} />
                      </li>
                    ))}
                  </ol>
                )}
                <details>
                  <summary
                    aria-label={t("answerTo", { name: thread.author })}
                    className="min-h-8 w-fit cursor-pointer text-sm font-semibold"
                  >
                    {t("answer")}
                  </summary>
                  <div className="py-2">
                    <CommentForm
                      claimId={claimId}
                      parent={{ id: thread.id, author: thread.author }}
                      people={people}
                      draft={`draft:${actor}:answer:${thread.id}`}
                    />
                  </div>
                </details>
              </div>
            </li>
          ))}
        </ol>
      )}
      <CommentForm claimId={claimId} people={people} draft={`draft:${actor}:comment:${claimId}`} />
    </div>
  );
}

function Comment({
  line: { id, author, createdAt, pieces },
  locale,
}: {
  line: CommentListItem;
  locale: LocaleId;
}) {
  return (
    <article id={`comment-${id}`} className="grid scroll-mt-24 gap-1 target:bg-mark">
      <p className="flex flex-wrap gap-x-2 text-sm">
        <bdi className="font-semibold">{author}</bdi>
        <time dateTime={createdAt.toISOString()} className="text-soft">
          {formatInstant(createdAt, locale)}
        </time>
      </p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
        {pieces.map(({ kind, text }, index) => {
          // A comment never changes, and its pieces may be equal.
          const key = index;
          if (kind === "text") return text;
          if (kind === "mention") {
            return (
              <bdi key={key} className="font-semibold text-accent">
                {text}
              </bdi>
            );
          }
          return (
            <a key={key} href={text} dir="ltr" rel="noopener noreferrer nofollow">
              {text}
            </a>
          );
        })}
      </p>
    </article>
  );
}
