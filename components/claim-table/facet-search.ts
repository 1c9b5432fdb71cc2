import { fetchFragments, formUrl, fragmentsOf } from "./page-fragments";

const DEBOUNCE_MS = 200;

/**
 * Searches a filter's values by name, or shows more of them, without loading the page: replaces their
 * fragment with that of the page at the form's URL. The URL of the page does not change. Returns a function
 * that removes the listeners.
 */
export function enableFacetSearch(root: HTMLElement): () => void {
  const listeners = new AbortController();
  let request = new AbortController();
  let timer = 0;
  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !target.name.startsWith("find-")) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => show(target, target.name.replace("find-", "")), DEBOUNCE_MS);
  };
  const onClick = async (event: Event) => {
    const button = event.target;
    if (!(button instanceof HTMLButtonElement) || button.name !== "more" || !button.form) return;
    event.preventDefault();
    const count = checkboxesIn(button.form, button.value).length;
    await show(button, button.value);
    checkboxesIn(root, button.value)[count]?.focus();
  };
  const show = async (control: HTMLInputElement | HTMLButtonElement, facet: string) => {
    if (!control.form) return;
    request.abort();
    request = new AbortController();
    const { signal } = request;
    const button = control instanceof HTMLButtonElement ? control : undefined;
    const url = formUrl(control.form, button);
    try {
      const theirs = (await fetchFragments(url, signal)).get(facet);
      fragmentsOf(root)
        .get(facet)
        ?.replaceChildren(...(theirs?.childNodes ?? []));
    } catch {
      if (!signal.aborted && button) location.assign(url);
    }
  };
  root.addEventListener("input", onInput, { signal: listeners.signal });
  root.addEventListener("click", onClick, { signal: listeners.signal });
  return () => {
    clearTimeout(timer);
    listeners.abort();
  };
}

function checkboxesIn(root: ParentNode, facet: string): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)];
}
