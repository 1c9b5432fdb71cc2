import type { ReactNode } from "react";

type PageHeaderProps = { title: ReactNode; intro?: ReactNode; children?: ReactNode };

/** A page's heading, introduction and actions. */
export function PageHeader({ title, intro, children }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pb-6">
      <div className="grid max-w-3xl gap-2">
        <h1 className="font-serif text-2xl leading-tight font-medium">{title}</h1>
        {intro && <p className="text-soft">{intro}</p>}
      </div>
      {children && <div className="flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}
