export function findBrowser(): Promise<{ said: string; value: string | null }>;
