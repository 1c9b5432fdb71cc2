import type { Stance } from "@/lib/record/vocabulary";

const marks: Record<Stance, { path: string; color: string }> = {
  supports: { path: "M10 16V4m-5 5 5-5 5 5", color: "text-verified" },
  refutes: { path: "M10 4v12m-5-5 5 5 5-5", color: "text-false" },
  context: { path: "M4 7h12M4 13h12", color: "text-context" },
};

/** The stance of a piece of evidence, as icon and label. */
export function StanceLabel({ stance, label }: { stance: Stance; label: string }) {
  const { path, color } = marks[stance];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-semibold ${color}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" className="size-4">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2.2" />
      </svg>
      {label}
    </span>
  );
}
