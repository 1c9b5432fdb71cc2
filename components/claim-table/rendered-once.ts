import type { TableFeatures } from "@tanstack/react-table";

/**
 * The reactivity of a table that is rendered once: its state is set when it is made, and nothing observes it. It needs
 * no hooks, which server components do not have; `useTable` brings the browser's.
 */
export const renderedOnce: NonNullable<TableFeatures["coreReactivityFeature"]> = {
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
