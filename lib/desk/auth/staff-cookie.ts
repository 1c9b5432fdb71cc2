/**
 * A cookie that tells a browser's scripts that its person works at the desk, and nothing else: readers' pages are the
 * same bytes for everybody, and show staff the way to the desk by it. It opens no door. Its name has not the prefix of the
 * session's, by which requests of staff are told from readers'.
 */
export const staffCookie = "staff";

/** Set on the document before anything of the page is shown; what is for staff is hidden without it. */
export const showToStaff = `/(^|; )${staffCookie}=1/.test(document.cookie)&&(document.documentElement.dataset.staff="")`;

/** Takes the cookie away, in the browser: where somebody is asked to sign in, nobody of the staff is. */
export function forgetStaff(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is not in every browser
  document.cookie = `${staffCookie}=; Path=/; Max-Age=0`;
}
