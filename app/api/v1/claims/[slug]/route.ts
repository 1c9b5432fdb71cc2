import { claimAnswer } from "@/lib/api/claim";

export const GET = claimAnswer;
