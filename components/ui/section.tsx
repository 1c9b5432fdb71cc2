import { clsx } from "clsx";
import type { ReactNode } from "react";

type SectionProps = {
  id: string;
  title: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
  /** Whether the heading stands beside the content on wide screens, for pages of text. */
  beside?: boolean;
};

/** A section of a page under a ruled heading, labelled by it. */
export function Section({ id, title, children, aside, beside }: SectionProps) {
  return (
    <section
      aria-labelledby={`${id}-heading`}
      id={id}
      className={clsx(
        "grid content-start gap-4 border-t border-rule-strong pt-4",
        beside && "gap-x-10 lg:grid-cols-[15rem_minmax(0,44rem)]",
      )}
    >
      <div className="flex flex-wrap content-start items-baseline justify-between gap-x-4">
        <h2
          id={`${id}-heading`}
          className={
            beside ? "font-serif text-lg leading-snug font-medium" : "text-sm font-semibold text-soft"
          }
        >
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
