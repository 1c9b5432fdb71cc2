import { dropEmpty } from "./drop-empty";
import { addressOf, fetchParts, type Parts, partsOf } from "./page-parts";

/**
 * Has a filter that is ticked take effect at once: what another query has otherwise is taken from that query's page, and
 * the reader's focus, place and open filters stay. Without the script the form's button does it. Answers how to stop.
 */
export function followFilters(place: HTMLElement): () => void {
  const ending = new AbortController();
  let asking = new AbortController();
  let shown = location.search;
  const tick = async ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox" || !target.form) return;
    asking.abort();
    asking = new AbortController();
    await show(place, addressOf(target.form), asking.signal);
    shown = location.search;
  };
  // What stood here before is not here any more.
  const back = () => location.search !== shown && location.reload();
  place.addEventListener("change", tick, { signal: ending.signal });
  place.addEventListener("formdata", dropEmpty, { signal: ending.signal });
  addEventListener("popstate", back, { signal: ending.signal });
  return () => ending.abort();
}

/** Shows the page at the address in place of this one; loads it whole where that cannot be done. */
async function show(place: HTMLElement, address: string, signal: AbortSignal): Promise<void> {
  place.ariaBusy = "true";
  try {
    if (!takeParts(place, await fetchParts(address, signal))) throw new Error(`No table at ${address}.`);
    history.pushState(null, "", address);
  } catch {
    if (!signal.aborted) location.assign(address);
  } finally {
    if (!signal.aborted) place.ariaBusy = null;
  }
}

/** Fills each part of the page (`data-part`) as the other page has it. False where the other one has other parts. */
function takeParts(place: HTMLElement, theirs: Parts): boolean {
  const ours = partsOf(place);
  if (ours.size !== theirs.size || [...ours.keys()].some((name) => !theirs.has(name))) return false;
  const focused = document.activeElement;
  for (const [name, part] of ours) part.replaceChildren(...(theirs.get(name)?.childNodes ?? []));
  if (focused instanceof HTMLInputElement && !focused.isConnected) focusLike(focused, place);
  return true;
}

function focusLike({ name, value }: HTMLInputElement, place: HTMLElement): void {
  const boxes = place.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  [...boxes].find((box) => box.name === name && box.value === value)?.focus({ preventScroll: true });
}
