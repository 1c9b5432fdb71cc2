import type { ReactNode } from "react";

type NarrowPageProps = { title: ReactNode; intro?: ReactNode; children?: ReactNode };

/** A narrow page for one task, such as signing in. */
export function NarrowPage({ title, intro, children }: NarrowPageProps) {
  return (
    <div className="mx-auto grid max-w-md gap-6 py-4 sm:py-10">
      <div className="grid gap-2">
        <h1 className="font-serif text-2xl leading-tight font-medium">{title}</h1>
        {intro && <p className="text-soft">{intro}</p>}
      </div>
      {children}
    </div>
  );
}
