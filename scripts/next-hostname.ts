/**
 * The hostname to pass to Next: "localhost" for every loopback address. Next treats the two as different sites, and with an
 * address it redirects every page that the proxy rewrites to itself.
 */
export function nextHostname(host: string): string {
  return isLoopback(host) ? "localhost" : host;
}

/** Whether a server on this host is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "::1" || host === "127.0.0.1" || host === "localhost";
}
