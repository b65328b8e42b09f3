import { isSelfManaged, resolveBlueprint } from '../../core/blueprint/resolve';
import type { Blueprint } from '../../core/blueprint';
import { reportOf, selfManagedReportOf } from '../../core/operations/report';
import type { PlanReport, SelfManagedReport } from '../../core/operations/report';
import { planBlueprint } from '../../core/plan/build';
import { check } from '../check';
import type { AcceptedBlueprint, CheckResult } from '../check';
import { EXIT } from '../exit';
import type { ExitCode } from '../exit';
import type { Io } from '../io';
import type { ReadingOptions } from '../options';
import { jsonCheck, jsonResult } from '../print/json';
import { widthOf } from '../print/layout';
import { reportLines } from '../print/report';
import { selfManagedReportLines } from '../print/self-managed-report';
import { styleFor } from '../print/style';
import { printFindings } from '../print/summary';

type Report = PlanReport | SelfManagedReport;

interface Planned {
  readonly document: AcceptedBlueprint;
  readonly report: Report;
}

/** `plan`: says what will exist, before anything is written or deployed. Blueprints with errors are left out and make it fail. */
export async function planCommand(paths: readonly string[], options: ReadingOptions, io: Io): Promise<ExitCode> {
  const result = await check(paths, options, io);
  const planned = result.accepted.map((document): Planned => ({ document, report: reportFor(document.blueprint) }));
  if (options.json === true) io.out(jsonResult('plan', result.ok, { ...jsonCheck(result), plans: planned.map(jsonPlan) }));
  else printPlans(planned, result, options, io);
  return result.ok ? EXIT.fine : EXIT.findings;
}

function reportFor(blueprint: Blueprint): Report {
  const plan = planBlueprint(blueprint);
  return isSelfManaged(blueprint) ? selfManagedReportOf(plan, resolveBlueprint(blueprint)) : reportOf(plan);
}

function linesOf(report: Report, width: number, style: ReturnType<typeof styleFor>): string[] {
  return isSelfManagedReport(report) ? selfManagedReportLines(report, width, style) : reportLines(report, width, style);
}

function isSelfManagedReport(report: Report): report is SelfManagedReport {
  return isSelfManaged(report);
}

/** Findings stand once, beside the plans, where they carry their places. */
function jsonPlan({ document, report }: Planned): { readonly [key: string]: unknown } {
  const { findings: _findings, ...rest } = report;
  return { file: document.file, ...(document.overlay === undefined ? {} : { overlay: document.overlay }), report: rest };
}

function printPlans(planned: readonly Planned[], result: CheckResult, options: ReadingOptions, io: Io): void {
  const style = styleFor(io, options);
  const width = widthOf(io);
  if (options.quiet !== true) {
    for (const { report } of planned) io.out(`${linesOf(report, width, style).join('\n')}\n\n${style.dim('-'.repeat(width))}\n\n`);
  }
  printFindings(result, options, io);
}
