import type { Execute } from '../../domain/commands.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { Clock, NewId, Secrets } from '../../domain/shared/ports.ts';
import type { Progress } from '../../domain/shared/progress.ts';
import type { Reader, Store } from '../../domain/shared/store.port.ts';

/**
 * What an operator's command works with, whether it runs inside the assistant or opens the book itself.
 *
 * Files are named by absolute paths: the assistant may stand in another folder than the operator.
 */
export interface OperatorTools {
  readonly store: Reader & Pick<Store, 'auditTrail'>;
  readonly execute: Execute;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly newId: NewId;
  /** The partners of this installation; a command says which with `--partner` when there are several. */
  readonly partners: readonly TenantId[];
  /** One line for the operator. */
  readonly print: (line: string) => void;
  /** Resolves when the operator has taken in what was printed. Absent where `print` itself waits for that. */
  readonly drained?: () => Promise<void>;
  /** Shows how far a long command is. Absent: told as a line a second. */
  readonly progress?: (progress: Progress) => void;
  /** Aborted when the operator has broken the command off and is gone. */
  readonly gone?: AbortSignal;
}

/** An operator's command. Resolves with the exit code: 0 done, 1 something was left undone, 2 asked wrongly. */
export type OperatorCommand = (args: readonly string[], tools: OperatorTools) => Promise<number>;
