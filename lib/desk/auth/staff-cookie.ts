/**
 * The name of a cookie that tells scripts in the browser that a staff member is signed in, so that cached
 * readers' pages can show them the link to the desk. It grants no access. It must not have the prefix of the
 * session cookie, which marks requests of staff.
 */
export const STAFF_COOKIE = "staff";

/**
 * A script that marks the document before it is rendered; elements for staff are hidden without this mark.
 */
export const staffVisibilityScript = `/(^|; )${STAFF_COOKIE}=1/.test(document.cookie)&&(document.documentElement.dataset.staff="")`;

/** Deletes the staff cookie in the browser, where somebody is asked to sign in. */
export function clearStaffCookie(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API
  document.cookie = `${STAFF_COOKIE}=; Path=/; Max-Age=0`;
}
