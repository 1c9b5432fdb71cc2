type SiteFooterProps = { label: string; about: string; links: Array<{ href: string; label: string }> };

/** The footer of readers' pages: what this site is, and its data. */
export function SiteFooter({ label, about, links }: SiteFooterProps) {
  return (
    <footer className="mt-16 border-t border-rule-strong">
      <div className="mx-auto flex max-w-[92rem] flex-wrap justify-between gap-x-12 gap-y-4 px-4 py-8 text-sm text-soft sm:px-8">
        <p className="max-w-xl">{about}</p>
        <nav aria-label={label}>
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ href, label: text }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-8 items-center">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
