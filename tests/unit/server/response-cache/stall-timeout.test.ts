import { createServer } from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { withStallTimeout } from "@/lib/server/response-cache/stall-timeout";

const piece = Buffer.alloc(1024 * 1024);
const closed: string[] = [];
const handler = withStallTimeout((request, response) => {
  const name = request.url ?? "";
  response.once("close", () => closed.push(name));
  if (name === "/large") for (let n = 0; n < 30; n++) response.write(piece);
  else if (name === "/late") setTimeout(() => response.end("late"), 300);
}, 50);
const server = createServer((request, response) => void handler(request, response)).listen(0);
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

test("who takes nothing of what waits for them is cut off, who waits for us is not", async () => {
  const late = fetch(`http://localhost:${port}/late`);
  const socket = net.connect(port, "localhost").pause();
  socket.on("error", () => {});
  socket.write("GET /large HTTP/1.1\r\nhost: here\r\n\r\n");
  await expect.poll(() => closed).toContain("/large");
  expect(await (await late).text()).toBe("late");
  socket.destroy();
});
