import { notFound } from "next/navigation";

/** Any other address gets the helpful "not found" page in its language. */
export default function UnknownPage(): never {
  notFound();
}
