import type { ReactNode } from "react";

/** What an empty place says, and how it is filled. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 wrap-anywhere border border-dashed border-rule-strong px-6 py-8">
      <p className="font-serif text-lg">{title}</p>
      {children}
    </div>
  );
}
