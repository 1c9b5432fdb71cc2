import type { TableFeatures } from "@tanstack/react-table";

/**
 * The reactivity of a table that is rendered only once: its state never changes, and nothing subscribes to
 * it. Unlike that of `useTable` it needs no hooks, which server components do not have.
 */
export const staticReactivity: NonNullable<TableFeatures["coreReactivityFeature"]> = {
  createOptionsStore: false,
  wrapExternalAtoms: false,
  addSubscription: () => {},
  batch: (run) => run(),
  schedule: (run) => run(),
  untrack: (read) => read(),
  createReadonlyAtom: (read) => ({ get: read, subscribe }),
  createWritableAtom: <T>(initial: T) => {
    let value = initial;
    const set = (next: T | ((before: T) => T)) => {
      value = next instanceof Function ? next(value) : next;
    };
    return { get: () => value, set, subscribe };
  },
};

const subscribe = () => ({ unsubscribe: () => {} });
