/** Returns the URL that the form submits to. Its `formdata` listeners run. */
export function formUrl(form: HTMLFormElement, button?: HTMLButtonElement): string {
  const fields = [...new FormData(form, button)].map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams(fields).toString();
  return query ? `${form.action}?${query}` : form.action;
}

/** Fetches a page and returns its fragments. Throws an `Error` without a successful response. */
export async function fetchFragments(url: string, signal: AbortSignal): Promise<PageFragments> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`No page at ${url}.`);
  return fragmentsOf(new DOMParser().parseFromString(await response.text(), "text/html"));
}

/** The elements of a page with `data-fragment`, by its value. */
export type PageFragments = Map<string | undefined, HTMLElement>;

/** Returns the fragments of a page. */
export function fragmentsOf(root: ParentNode): PageFragments {
  return new Map(
    [...root.querySelectorAll<HTMLElement>("[data-fragment]")].map((element) => [
      element.dataset.fragment,
      element,
    ]),
  );
}
