import type { Issue } from '../issues';
import type { CliConfirmation, CliRefusal } from './cli-outcome';

/** A refusal for one reason. */
export function refusal(reason: Issue, confirmation: CliConfirmation | null = null): CliRefusal {
  return { ok: false, issues: [reason], confirmation };
}
