/** Where the form leads. Its listeners drop empty fields from what is asked for here, too. */
export function addressOf(form: HTMLFormElement, button?: HTMLButtonElement): string {
  const fields = [...new FormData(form, button)].map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams(fields).toString();
  return query ? `${form.action}?${query}` : form.action;
}

/** The page at the address, and the parts of it (`data-part`) by their names. Throws where there is no page. */
export async function fetchParts(address: string, signal: AbortSignal): Promise<Parts> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`No page at ${address}.`);
  return partsOf(new DOMParser().parseFromString(await answer.text(), "text/html"));
}

export type Parts = Map<string | undefined, HTMLElement>;

/** The parts of a page, by their names. */
export function partsOf(root: ParentNode): Parts {
  return new Map(
    [...root.querySelectorAll<HTMLElement>("[data-part]")].map((part) => [part.dataset.part, part]),
  );
}
