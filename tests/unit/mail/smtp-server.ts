import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A mail as a server was given it. */
export type Delivered = { from: string; to: string[]; data: string };

/** How the server answers a recipient: 250 takes the mail, 550 refuses it. */
type Answers = { recipient?: string };

/** An SMTP server (RFC 5321) on this machine, with just as much of it as a client needs. */
export async function smtpServer({ recipient = "250 ok" }: Answers = {}) {
  const delivered: Delivered[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, recipient, (mail) => delivered.push(mail));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `smtp://127.0.0.1:${port}`, delivered, close };
}

function converse(socket: Socket, recipient: string, deliver: (mail: Delivered) => void) {
  let [mail, data, buffer]: [Delivered, string[] | null, string] = [empty(), null, ""];
  const answer = (line: string) => socket.write(`${line}\r\n`);
  const read = (line: string) => {
    if (data && line === ".") {
      deliver({ ...mail, data: data.join("\n") });
      [mail, data] = [empty(), null];
      return answer("250 ok");
    }
    if (data) return data.push(line.replace(/^\.\./, "."));
    const [, path = ""] = /<(.*)>/.exec(line) ?? [];
    if (/^MAIL/i.test(line)) mail.from = path;
    if (/^RCPT/i.test(line)) {
      mail.to.push(path);
      return answer(recipient);
    }
    if (/^DATA/i.test(line)) {
      data = [];
      return answer("354 go on");
    }
    return answer(/^QUIT/i.test(line) ? "221 bye" : "250 ok");
  };
  answer("220 here");
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    buffer += chunk.toString("utf8");
    const lines = buffer.split("\r\n");
    buffer = lines.pop() ?? "";
    for (const line of lines) read(line);
  });
}

const empty = (): Delivered => ({ from: "", to: [], data: "" });
