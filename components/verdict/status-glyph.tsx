import type { Status } from "@/lib/record/vocabulary";

// Every status has its own shape, so that they differ without colour.
const shapes: Record<Status, React.ReactNode> = {
  verified: (
    <>
      <circle cx="10" cy="10" r="8.5" fill="currentColor" />
      <path d="m6 10.4 2.7 2.7L14 7.6" fill="none" stroke="var(--sheet)" strokeWidth="2" />
    </>
  ),
  needs_context: (
    <>
      <circle cx="10" cy="10" r="7.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M10 2.4a7.6 7.6 0 0 1 0 15.2z" fill="currentColor" />
    </>
  ),
  disputed: (
    <>
      <path d="M10 1.5 18.5 10 10 18.5 1.5 10z" fill="currentColor" />
      <path d="M10 5.6v5.2m0 2.2v1.6" stroke="var(--sheet)" strokeWidth="2" />
    </>
  ),
  false: (
    <>
      <rect x="1.8" y="1.8" width="16.4" height="16.4" fill="currentColor" />
      <path d="m6 6 8 8m0-8-8 8" stroke="var(--sheet)" strokeWidth="2" />
    </>
  ),
  unproven: (
    <>
      <path d="M10 2 18.5 17.5h-17z" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M10 7.6v4.2m0 1.8v1.6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  retracted: (
    <>
      <rect x="2.6" y="2.6" width="14.8" height="14.8" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M5.5 10h9" stroke="currentColor" strokeWidth="2.4" />
    </>
  ),
  in_review: (
    <>
      <circle cx="8.6" cy="8.6" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="m12.8 12.8 5 5" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
  unchecked: (
    <circle
      cx="10"
      cy="10"
      r="7.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeDasharray="3 2.4"
    />
  ),
};

/** The icon of a status; decorative, beside its label. */
export function StatusGlyph({ status, className }: { status: Status; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" className={className ?? "size-4 shrink-0"}>
      {shapes[status]}
    </svg>
  );
}
