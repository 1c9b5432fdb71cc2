/** The badge of an archived claim in a list. */
export function ArchivedBadge({ label }: { label: string }) {
  return (
    <span className="inline-flex min-h-6 items-center rounded-md border border-dashed border-rule-strong px-2 text-xs font-semibold text-soft">
      {label}
    </span>
  );
}
