/** The name with its logo: a ruled table whose last row is ticked. */
export function Wordmark() {
  return (
    <span
      dir="ltr"
      lang="en"
      className="inline-flex items-center gap-2.5 font-serif text-xl font-semibold tracking-tight text-ink"
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false" className="size-7 text-accent">
        <path d="M2 3.5h20M2 9h12M2 14.5h7" stroke="currentColor" strokeWidth="2.2" />
        <path d="m10.5 15.5 4 4.5L22 9.5" fill="none" stroke="currentColor" strokeWidth="2.8" />
      </svg>
      Veritable
    </span>
  );
}
