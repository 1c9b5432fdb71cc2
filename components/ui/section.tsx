import type { ReactNode } from "react";

type SectionProps = { id: string; title: ReactNode; children: ReactNode; aside?: ReactNode };

/** A part of a page under a ruled heading; known by its heading. */
export function Section({ id, title, children, aside }: SectionProps) {
  return (
    <section
      aria-labelledby={`${id}-heading`}
      id={id}
      className="grid gap-4 border-t border-rule-strong pt-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${id}-heading`} className="text-sm font-semibold text-soft">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
