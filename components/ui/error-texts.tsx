"use client";

import { createContext, type ReactNode, useContext } from "react";

/** The texts of the error page, and the path of the home page. */
type ErrorTexts = { home: string; title: string; text: string; retry: string };

const Context = createContext<ErrorTexts>({ home: "/", title: "", text: "", retry: "" });

/** Sends the error page's texts to the browser in advance: on errors the server may be unreachable. */
export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <Context.Provider value={texts}>{children}</Context.Provider>;
}

/** Returns the texts of the error page. */
export function useErrorTexts(): ErrorTexts {
  return useContext(Context);
}
