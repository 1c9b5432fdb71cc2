export class StepFailure extends Error {
  constructor(message: string, details?: { output?: string; advice?: string });
  output: string;
  advice: string;
}

export function step<T = void>(
  name: string,
  run: () => Promise<{ summary: string; value?: T }> | { summary: string; value?: T },
): Promise<T>;
export function printFailure(error: unknown): void;
export function muteSteps(): void;
export function duration(ms: number): string;
