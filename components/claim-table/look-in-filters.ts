import { addressOf, fetchParts, partsOf } from "./page-parts";

/** In milliseconds: what is typed on is not asked for. */
const PAUSE = 200;

/**
 * Shows the values of a filter that are looked for by name, or more of them, without loading the page: they are taken from
 * the page that the form leads to. The address stays, as it says what the table shows. Answers how to stop.
 */
export function lookInFilters(place: HTMLElement): () => void {
  const ending = new AbortController();
  let asking = new AbortController();
  let pause = 0;
  const typed = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !target.name.startsWith("find-")) return;
    clearTimeout(pause);
    pause = window.setTimeout(() => show(target, target.name.replace("find-", "")), PAUSE);
  };
  const pressed = async (event: Event) => {
    const button = event.target;
    if (!(button instanceof HTMLButtonElement) || button.name !== "more" || !button.form) return;
    event.preventDefault();
    const shown = boxesIn(button.form, button.value).length;
    await show(button, button.value);
    boxesIn(place, button.value)[shown]?.focus();
  };
  const show = async (control: HTMLInputElement | HTMLButtonElement, facet: string) => {
    if (!control.form) return;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const button = control instanceof HTMLButtonElement ? control : undefined;
    const address = addressOf(control.form, button);
    try {
      const theirs = (await fetchParts(address, signal)).get(facet);
      partsOf(place)
        .get(facet)
        ?.replaceChildren(...(theirs?.childNodes ?? []));
    } catch {
      if (!signal.aborted && button) location.assign(address);
    }
  };
  place.addEventListener("input", typed, { signal: ending.signal });
  place.addEventListener("click", pressed, { signal: ending.signal });
  return () => {
    clearTimeout(pause);
    ending.abort();
  };
}

function boxesIn(root: ParentNode, facet: string): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)];
}
