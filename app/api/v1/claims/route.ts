import { claimsAnswer } from "@/lib/api/claims";

export const GET = claimsAnswer;
