import type { CheckResult } from '../check';
import { jsonFinding } from './findings';

/** Version of what `--json` writes; raised when a reader would misread an older one. Additions do not raise it. */
const SCHEMA_VERSION = 1;

/** Writes the machine-readable result of a command: always one object with these first keys. */
export function jsonResult(command: string, ok: boolean, body: { readonly [key: string]: unknown }): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, command, ok, ...body }, null, 2)}\n`;
}

/** What commands that read blueprints have in common. */
export function jsonCheck(result: CheckResult): { readonly [key: string]: unknown } {
  return { summary: { blueprints: result.blueprints, ...result.counts }, findings: result.findings.map(jsonFinding) };
}
