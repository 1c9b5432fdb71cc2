import type { Caller, Right } from "./callers";
import { inputsOf, type World } from "./permissions-inputs";

// Every door of the app with what it asks for. The doors are found in app/; one that is not here fails the test.

/** A page: what it asks for, and an address that it answers where that is not its pattern. */
export function pagesOf({ article, claim }: World): Record<string, [Right, string?]> {
  const [ofArticle, ofClaim] = [encodeURIComponent(article.slug), encodeURIComponent(claim.slug)];
  return {
    "/": ["everybody"],
    "/articles": ["everybody"],
    "/articles/[slug]": ["everybody", `/articles/${ofArticle}`],
    "/claims/[slug]": ["everybody", `/claims/${ofClaim}`],
    "/claims/[slug]/compare": ["everybody", `/claims/${ofClaim}/compare`],
    "/claims/[slug]/revisions/[number]": ["everybody", `/claims/${ofClaim}/revisions/1`],
    "/corrections": ["everybody"],
    "/methodology": ["everybody"],
    "/sign-in": ["everybody"],
    "/desk": ["desk.read"],
    "/desk/account": ["whoever is signed in"],
    "/desk/articles": ["desk.read"],
    "/desk/articles/[slug]": ["desk.read", `/desk/articles/${ofArticle}`],
    "/desk/articles/[slug]/claims/new": ["claim.create", `/desk/articles/${ofArticle}/claims/new`],
    "/desk/articles/[slug]/edit": ["article.edit", `/desk/articles/${ofArticle}/edit`],
    "/desk/articles/new": ["article.create"],
    "/desk/claims/[slug]": ["desk.read", `/desk/claims/${ofClaim}`],
    "/desk/log": ["event.read"],
    "/desk/notices": ["desk.read"],
    "/desk/people": ["person.manage"],
  };
}

/** What is sent to a route: its address where that is not its pattern, and a body. */
type Sent = { address?: string; json?: unknown };

const draft = (caller: Caller) => `/api/desk/drafts?${new URLSearchParams({ person: caller.id, key: "x" })}`;

/** The route handlers but for the commands: what each asks for, and what is sent to it. */
export function routesOf(world: World): Record<string, [Right, ((caller: Caller) => Sent)?]> {
  const slug = encodeURIComponent(world.claim.slug);
  return {
    "GET /corrections/feed.atom": ["everybody"],
    "GET /corrections/feed.json": ["everybody"],
    "GET /api/[...path]": ["everybody", () => ({ address: "/api/nothing" })],
    "GET /api/health/live": ["everybody"],
    "GET /api/health/ready": ["everybody"],
    "GET /api/v1/claims": ["everybody"],
    "GET /api/v1/claims/[slug]": ["everybody", () => ({ address: `/api/v1/claims/${slug}` })],
    "GET /api/v1/log": ["everybody"],
    "GET /api/v1/log/consistency": ["everybody", () => ({ address: "/api/v1/log/consistency?first=0" })],
    "GET /api/v1/log/entries": ["everybody"],
    "GET /api/v1/log/inclusion": ["everybody"],
    "GET /api/v1/schema/verdicts.json": ["everybody"],
    "GET /api/v1/verdicts.json": ["everybody"],
    "GET /api/v1/events.ndjson": ["event.read"],
    "GET /api/v1/desk/claims/[slug]": ["desk.read", () => ({ address: `/api/v1/desk/claims/${slug}` })],
    "GET /api/desk/live": ["desk.read"],
    "GET /api/desk/drafts": ["draft.keep", (caller) => ({ address: draft(caller) })],
    "PUT /api/desk/drafts": [
      "draft.keep",
      ({ id }) => ({ json: { person: id, key: "x", content: { values: { title: ["T"] } } } }),
    ],
    "DELETE /api/desk/drafts": ["draft.keep", (caller) => ({ address: draft(caller) })],
  };
}

/** The commands of the API, by name. */
export const commandRights: Record<keyof ReturnType<typeof inputsOf>, Right> = {
  "create-article": "article.create",
  "edit-article": "article.edit",
  "create-claim": "claim.create",
  "edit-claim": "claim.edit",
  "assign-claim": "claim.assign",
  "review-claim": "claim.review",
  "archive-claim": "claim.archive",
  "restore-claim": "claim.archive",
  "add-appearance": "claim.edit",
  "remove-appearance": "claim.edit",
  "add-evidence": "evidence.edit",
  "edit-evidence": "evidence.edit",
  "remove-evidence": "evidence.edit",
  "order-evidence": "evidence.edit",
  "propose-verdict": "verdict.propose",
  "withdraw-proposal": "verdict.withdraw",
  "return-proposal": "verdict.return",
  "publish-verdict": "verdict.publish",
};

/** The server actions, by name: what each asks for, and fields that it would take. Signing out comes last. */
export function actionsOf(world: World, reader: Caller): Record<string, [Right, object]> {
  const inputs = inputsOf(world);
  const { claim, noticeId, evidence } = world;
  const password = {
    current: "a password of the tests",
    password: "another password",
    again: "another password",
  };
  return {
    signInAction: ["everybody", {}],
    createArticleAction: ["article.create", inputs["create-article"]],
    editArticleAction: ["article.edit", inputs["edit-article"]],
    createClaimAction: ["claim.create", inputs["create-claim"]],
    editClaimAction: ["claim.edit", inputs["edit-claim"]],
    assignAction: ["claim.assign", inputs["assign-claim"]],
    moveAction: ["claim.archive", { ...inputs["archive-claim"], transition: "archive" }],
    addEvidenceAction: ["evidence.edit", inputs["add-evidence"]],
    editEvidenceAction: ["evidence.edit", inputs["edit-evidence"]],
    removeEvidenceAction: ["evidence.edit", inputs["remove-evidence"]],
    orderEvidenceAction: ["evidence.edit", { claimId: claim.id, order: evidence.toReversed().join() }],
    addAppearanceAction: ["claim.edit", inputs["add-appearance"]],
    removeAppearanceAction: ["claim.edit", inputs["remove-appearance"]],
    proposeAction: ["verdict.propose", inputs["propose-verdict"]],
    withdrawAction: ["verdict.withdraw", inputs["withdraw-proposal"]],
    publishAction: ["verdict.publish", inputs["publish-verdict"]],
    returnAction: ["verdict.return", inputs["return-proposal"]],
    commentAction: ["comment.create", { claimId: claim.id, text: "What do you think?" }],
    openNoticeAction: ["desk.read", { noticeId }],
    readAllAction: ["desk.read", {}],
    addPersonAction: ["person.manage", { name: "N", email: "n@test.example", role: "admin" }],
    editPersonAction: ["person.manage", { personId: reader.id, role: "admin", active: "true" }],
    resetPasswordAction: ["person.manage", { personId: reader.id }],
    changePasswordAction: ["whoever is signed in", password],
    revokeSessionAction: ["whoever is signed in", { sessionId: "x" }],
    createKeyAction: ["whoever is signed in", { name: "N", scopes: ["desk:read"], days: 30 }],
    revokeKeyAction: ["whoever is signed in", { keyId: "x" }],
    signOutAction: ["everybody", {}],
  };
}
