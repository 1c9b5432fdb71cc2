import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

/** What everybody's answer is made from: the address, as the desk at `origin` has it, and nothing of who asked. */
export function renderRequest(address: string, origin: string): IncomingMessage {
  const { host, protocol } = new URL(origin);
  const made = new IncomingMessage(new Socket());
  made.httpVersion = "1.1";
  made.method = "GET";
  made.url = address;
  made.headers = {
    host,
    accept: "*/*",
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
  };
  made.complete = true;
  made.push(null);
  return made;
}
