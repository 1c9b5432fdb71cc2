export function findBrowser(): Promise<{ summary: string; value: string | null }>;
