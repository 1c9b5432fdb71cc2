export function alreadyRunning(folder: string, holder: { pid: number; address?: string }): string;
