/**
 * Next takes "localhost" and a loopback address for two sites: told of the address, it answers every page that the
 * proxy rewrites with a redirect to itself. So it is told of "localhost".
 */
export function nextHostname(host: string): string {
  return isLoopback(host) ? "localhost" : host;
}

/** Whether only this machine reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === "::1" || host === "127.0.0.1" || host === "localhost";
}
