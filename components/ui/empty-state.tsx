import type { ReactNode } from "react";

/** Stands in for an empty list: says why it is empty, and what to do. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 wrap-anywhere border border-dashed border-rule-strong px-6 py-8">
      <p className="font-serif text-lg">{title}</p>
      {children}
    </div>
  );
}
