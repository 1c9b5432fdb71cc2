import { suggestionsAnswer } from "@/lib/api/suggestions";

export const GET = suggestionsAnswer;
