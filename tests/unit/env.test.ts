import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnv, settingNames, settings } from "@/lib/env";

describe("the settings", () => {
  it("need nothing given", () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      HOST: "127.0.0.1",
      BASE_URL: "http://localhost:3000",
      DATA_DIR: path.resolve("data"),
      DEMO: true,
      ONE_PERSON_DESK: false,
      NEW_CLAIMS: "internal",
      PUBLIC_CACHE_MB: 64,
      TIME_ZONE: "UTC",
    });
  });

  it("take an empty text for not given, and ignore other variables", () => {
    expect(parseEnv({ PORT: " ", DATABASE_URL: "", AUTH_SECRET: "", HOME: "/somewhere" }).PORT).toBe(3000);
  });

  it("make an origin of the public address, which follows the port by default", () => {
    expect(parseEnv({ BASE_URL: "https://facts.example.org/" }).BASE_URL).toBe("https://facts.example.org");
    expect(parseEnv({ PORT: "4000" }).BASE_URL).toBe("http://localhost:4000");
  });

  it.each([
    ["true", true],
    ["1", true],
    ["false", false],
    ["0", false],
    ["no", false],
  ])("read DEMO=%s", (text, value) => {
    expect(parseEnv({ DEMO: text }).DEMO).toBe(value);
  });

  it("take the log's key in hex and in base64", () => {
    const key = Buffer.alloc(32, 0xfb);
    for (const form of ["hex", "base64", "base64url"] as const) {
      expect(parseEnv({ LOG_KEY: key.toString(form) }).LOG_KEY).toBe(key.toString("hex"));
    }
  });

  it("require AUTH_SECRET with DATABASE_URL, and say how to make one", () => {
    const DATABASE_URL = "postgresql://desk:pw@db.example.org/desk";
    expect(() => parseEnv({ DATABASE_URL })).toThrow(/AUTH_SECRET must be given.*openssl rand -base64 32/);
    expect(() => parseEnv({ DATABASE_URL, AUTH_SECRET: "short" })).toThrow(/AUTH_SECRET must be at least 32/);
    expect(parseEnv({ DATABASE_URL, AUTH_SECRET: "x".repeat(32) }).DATABASE_URL).toBe(DATABASE_URL);
  });

  it.each([
    ["DATABASE_URL", "mysql://db/desk"],
    ["LOG_KEY", "c2hvcnQ="],
    ["LOG_KEY", "not a key at all, but of forty-four letters"],
    ["PORT", "http"],
    ["PORT", "70000"],
    ["HOST", "every where"],
    ["BASE_URL", "facts.example.org"],
    ["BASE_URL", "https://example.org/facts"],
    ["DEMO", "perhaps"],
    ["TIME_ZONE", "Cairo-ish"],
  ])("refuse %s=%s by name, without repeating the value", (name, value) => {
    const attempt = () => parseEnv({ [name]: value });
    expect(attempt).toThrow(name);
    expect(attempt).not.toThrow(value);
  });

  it("name everything that is wrong at once", () => {
    expect(() => parseEnv({ PORT: "x", DEMO: "x", DATABASE_URL: "postgres://db/desk" })).toThrow(
      /PORT.*DEMO.*AUTH_SECRET/s,
    );
  });

  it("each have a description", () => {
    for (const name of settingNames) expect(settings.shape[name].description, name).toBeTruthy();
  });
});
