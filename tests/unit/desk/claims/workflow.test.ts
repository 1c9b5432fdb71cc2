import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { permissions, type Role, roles } from "@/lib/desk/auth/permissions";
import type { Precondition, WorkflowState } from "@/lib/desk/claims/preconditions";
import { type Stage, stages } from "@/lib/desk/claims/schema";
import {
  applyTransition,
  findViolations,
  type Transition,
  transitions,
  workflow,
} from "@/lib/desk/claims/workflow";
import { AppError } from "@/lib/errors";

// A claim of which every step that its stage allows could be taken.
const complete = (step: Transition, stage: Stage): WorkflowState => ({
  stage,
  released: step === "hide",
  published: stage === "published" ? 1 : 0,
  retracted: false,
  evidence: 1,
  actorId: "actor",
  colleagueId: "colleague",
  proposal: {
    proposedById: step === "withdraw" ? "actor" : "somebody else",
    kind: stage === "published" ? "correction" : "publication",
    rating: "disputed",
    summary: { en: "No." },
    reasons: { ar: "لأن." },
    note: { en: "What changed." },
  },
  returnNote: "Why?",
  onePersonDesk: false,
});

describe.each(transitions)("%s", (step) => {
  test.each(roles)("by a %s is open as the table says, from every stage", (role) => {
    const allowed = (permissions[workflow[step].action] as readonly Role[]).includes(role);
    for (const stage of stages) {
      const faults = findViolations(step, role, complete(step, stage));
      const expected = !allowed
        ? [{ code: "forbidden", reason: "role" }]
        : (workflow[step].from as readonly Stage[]).includes(stage)
          ? []
          : [{ code: "conflict", reason: "stage" }];
      expect(faults, `${role} from ${stage}`).toEqual(expected);
    }
  });

  test("leads where the table says", () => {
    for (const stage of workflow[step].from) {
      const { to } = workflow[step];
      const after = applyTransition(step, "admin", complete(step, stage));
      const relative = { same: stage, before_proposal: "in_review", before_archive: "assigned" } as const;
      expect(after).toBe(to in relative ? relative[to as keyof typeof relative] : to);
    }
  });
});

// For each precondition, a claim state that lacks it, and what is said.
const words = (change: object) =>
  ({ ...complete("publish", "proposed").proposal, ...change }) as WorkflowState["proposal"];
const lacking: Record<Precondition, Array<[Partial<WorkflowState>, object]>> = {
  colleague: [[{ colleagueId: null }, { code: "invalid", path: "personId" }]],
  verdict: [
    [{ proposal: words({ summary: {} }) }, { code: "invalid", path: "summary" }],
    [{ proposal: words({ reasons: { en: "  " } }) }, { code: "invalid", path: "reasons" }],
  ],
  kind: [
    [{ published: 1 }, { code: "invalid", path: "kind", reason: "already_published" }],
    [
      { proposal: words({ kind: "correction" }) },
      { code: "invalid", path: "kind", reason: "nothing_to_correct" },
    ],
    [
      { published: 2, retracted: true, proposal: words({ kind: "retraction" }) },
      { code: "invalid", path: "kind", reason: "already_retracted" },
    ],
  ],
  public_note: [
    [
      { published: 1, proposal: words({ kind: "correction", note: {} }) },
      { code: "invalid", path: "note", reason: "required" },
    ],
  ],
  evidence: [[{ evidence: 0 }, { code: "invalid", path: "rating", reason: "evidence_missing" }]],
  four_eyes: [[{ actorId: "somebody else" }, { code: "forbidden", reason: "four_eyes" }]],
  own_proposal: [[{ actorId: "another" }, { code: "forbidden", reason: "not_yours" }]],
  internal: [[{ released: true }, { code: "conflict", reason: "already_released" }]],
  released: [[{ released: false }, { code: "conflict", reason: "not_released" }]],
  unpublished: [[{ published: 1 }, { code: "conflict", reason: "published" }]],
  return_note: [[{ returnNote: " " }, { code: "invalid", path: "note" }]],
};

const requirements = transitions.flatMap((step) =>
  workflow[step].preconditions.map((need): [Transition, Precondition] => [step, need]),
);

test.each(requirements)("%s requires %s", (step, need) => {
  const [stage = "inbox"] = workflow[step].from;
  for (const [change, fault] of lacking[need]) {
    const standing = { ...complete(step, stage), ...change };
    expect(findViolations(step, "admin", standing)).toEqual([expect.objectContaining(fault)]);
    expect(() => applyTransition(step, "admin", standing)).toThrow(AppError);
  }
});

test("unproven needs no evidence, and a retraction none either", () => {
  const standing = { ...complete("publish", "proposed"), evidence: 0 };
  expect(
    findViolations("publish", "publisher", { ...standing, proposal: words({ rating: "unproven" }) }),
  ).toEqual([]);
  const retraction = { published: 1, proposal: words({ kind: "retraction" }) };
  expect(findViolations("publish", "publisher", { ...standing, ...retraction })).toEqual([]);
});

test("a desk set up for one person lets them publish what they proposed", () => {
  const own = { ...complete("publish", "proposed"), actorId: "somebody else" };
  expect(findViolations("publish", "publisher", { ...own, onePersonDesk: true })).toEqual([]);
});

test("a proposal sent back leads to where the claim was", () => {
  expect(applyTransition("return", "publisher", { ...complete("return", "proposed"), published: 1 })).toBe(
    "published",
  );
});

test("a restored claim goes to the inbox where nobody works on it", () => {
  const standing = { ...complete("restore", "archived"), colleagueId: null };
  expect(applyTransition("restore", "editor", standing)).toBe("inbox");
});

test("everything that is missing is said at once", () => {
  const standing = { ...complete("propose", "in_review"), evidence: 0, proposal: words({ summary: {} }) };
  expect(() => applyTransition("propose", "editor", standing)).toThrow(
    expect.objectContaining({
      details: [
        { path: "summary", message: "required" },
        { path: "rating", message: "evidence_missing" },
      ],
    }),
  );
});

test("the documents show the table as it is", () => {
  const rows = transitions.map((step) => {
    const { from, to, action, preconditions: required } = workflow[step];
    const cells = [step, from.join(", "), to, permissions[action].join(", "), required.join(", ") || "–"];
    return cells.map((cell) => cell.trim()).join(" | ");
  });
  const shown = readFileSync("docs/workflow.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .replaceAll("`", "")
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(" | "),
    );
  expect(shown).toEqual(rows);
});
