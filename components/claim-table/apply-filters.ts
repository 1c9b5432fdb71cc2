import { omitEmptyFields } from "./omit-empty-fields";
import { fetchFragments, formUrl, fragmentsOf, type PageFragments } from "./page-fragments";

/**
 * Applies a filter as soon as its checkbox changes: replaces the page's fragments with those of the new
 * query's page, so that focus, scroll position and open filters stay. Without JavaScript the form's button
 * does it. Returns a function that removes the listeners.
 */
export function applyFiltersOnChange(root: HTMLElement): () => void {
  const listeners = new AbortController();
  let request = new AbortController();
  let shown = location.search;
  const onChange = async ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox" || !target.form) return;
    request.abort();
    request = new AbortController();
    await show(root, formUrl(target.form), request.signal);
    shown = location.search;
  };
  // The fragments of the entry that history returns to are gone.
  const onPopState = () => location.search !== shown && location.reload();
  const { signal } = listeners;
  root.addEventListener("change", onChange, { signal });
  root.addEventListener("formdata", omitEmptyFields, { signal });
  addEventListener("popstate", onPopState, { signal });
  return () => listeners.abort();
}

/** Shows the fragments of the page at the URL; on failure loads the page. */
async function show(root: HTMLElement, url: string, signal: AbortSignal): Promise<void> {
  root.ariaBusy = "true";
  try {
    if (!replaceFragments(root, await fetchFragments(url, signal))) throw new Error(`No table at ${url}.`);
    history.pushState(null, "", url);
  } catch {
    if (!signal.aborted) location.assign(url);
  } finally {
    if (!signal.aborted) root.ariaBusy = null;
  }
}

/** Replaces the content of each fragment. Returns false where the other page has other fragments. */
function replaceFragments(root: HTMLElement, theirs: PageFragments): boolean {
  const ours = fragmentsOf(root);
  if (ours.size !== theirs.size || [...ours.keys()].some((name) => !theirs.has(name))) return false;
  const focused = document.activeElement;
  for (const [name, fragment] of ours) fragment.replaceChildren(...(theirs.get(name)?.childNodes ?? []));
  if (focused instanceof HTMLInputElement && !focused.isConnected) focusSameCheckbox(focused, root);
  return true;
}

function focusSameCheckbox({ name, value }: HTMLInputElement, root: HTMLElement): void {
  const boxes = root.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  [...boxes].find((box) => box.name === name && box.value === value)?.focus({ preventScroll: true });
}
