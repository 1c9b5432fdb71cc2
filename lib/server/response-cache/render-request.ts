import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

/** A GET request for a URL of `origin` without any header of the client, to render a response for everybody. */
export function renderRequest(address: string, origin: string): IncomingMessage {
  const { host, protocol } = new URL(origin);
  const request = new IncomingMessage(new Socket());
  request.httpVersion = "1.1";
  request.method = "GET";
  request.url = address;
  request.headers = {
    host,
    accept: "*/*",
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
  };
  request.complete = true;
  request.push(null);
  return request;
}
