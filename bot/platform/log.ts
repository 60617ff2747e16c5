import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { Log, LogFields } from '../../domain/shared/ports.ts';
import { redactedFields } from './redacted-fields.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * Structured log: one JSON object a line on standard error, so that standard output stays free for addresses and exports.
 *
 * Written at once (`sync`): the last line before a crash is the one that is needed.
 */
export function createLog(level: LogLevel, destination: DestinationStream = standardError()): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, destination);
  const line = (write: (fields: object, message: string) => void) => (fields: LogFields, message: string) => write(redactedFields(fields), message);
  return {
    debug: line((fields, message) => logger.debug(fields, message)),
    info: line((fields, message) => logger.info(fields, message)),
    warn: line((fields, message) => logger.warn(fields, message)),
    error: line((fields, message) => logger.error(fields, message)),
  };
}

function standardError(): DestinationStream {
  const destination = pino.destination({ dest: 2, sync: true });
  // The terminal that read the log may be gone; there is nowhere left to say so, and the assistant must still stop in order.
  destination.on('error', () => undefined);
  return destination;
}
