export function ensureDataFolder(dataDir: string): string;
