// Loads the program that listens, which is TypeScript, and is done with TypeScript then: Next needs none of it.
import { register } from "tsx/esm/api";

const unregister = register();
const { listen } = await import("./app-server.ts");
await unregister();
await listen();
