"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What the page says that is shown when another one fails, and where its name leads. */
type Words = { home: string; title: string; text: string; retry: string };

const Context = createContext<Words>({ home: "/", title: "", text: "", retry: "" });

/** Has the words ready in the browser: when they are needed, the server may not answer. */
export function ErrorWords({ words, children }: { words: Words; children: ReactNode }) {
  return <Context.Provider value={words}>{children}</Context.Provider>;
}

/** The words of the page that is shown when another one fails. */
export function useErrorWords(): Words {
  return useContext(Context);
}
