import * as pulumi from '@pulumi/pulumi';
import { substituteDeferredIn } from '../model/deferred';
import { formatIssue, type Issue, type Path } from '../model/issues';
import { typeIssue } from '../model/text-format';
import type { CapturedArguments, CapturedValue } from './capture';
import { failingTheResource, registered, warnBeside } from './errors';

/** Runs the rules of a description; throws a ValidationError with more issues, otherwise returns the warnings. */
export type Rules = (spec: unknown, moreIssues: readonly Issue[]) => readonly Issue[];

/**
 * Runs the rules again when values become known: for all of them together and, in a preview, for each as well.
 * @param component - the component that is described
 * @param captured - its arguments
 * @param rules - its rules
 * @param opts - the options of the component
 * @returns an empty list that is there once the rules have passed, as a dependency of every child; no value waits for
 * it, so that in a preview one unknown value hides nothing
 */
export function lateCheck(
  component: pulumi.Resource,
  captured: Pick<CapturedArguments, 'known' | 'values'>,
  rules: Rules,
  opts: pulumi.ResourceOptions,
): pulumi.Output<pulumi.Resource[]> | undefined {
  const late = [...captured.values].filter(([, { late }]) => late);
  if (late.length === 0) return undefined;
  const ready = readyFor(component, opts);
  // Only a preview has values that stay unknown, and would leave a check of all of them without an answer.
  const single = pulumi.runtime.isDryRun() && late.length > 1 ? late.map((one) => [one]) : [];
  const checks = [...single, late].map((values) => check(component, captured.known, values, rules, ready));
  return pulumi.unsecret(pulumi.all(checks).apply(() => []));
}

function check(
  component: pulumi.Resource,
  spec: unknown,
  late: readonly (readonly [string, CapturedValue])[],
  rules: Rules,
  ready: Promise<void> | undefined,
): pulumi.Output<boolean> {
  const before = new Set(rules(spec, []).map(formatIssue));
  const outputs = pulumi.all(late.map(([, { output }]) => output));
  return pulumi.all([outputs, ready]).apply(([values]) =>
    failingTheResource(component, () => {
      const known = late.map(([name, { path }], index) => ({ name, path, value: values[index] }));
      const texts = new Map<string, string | undefined>(
        known.map(({ name, value }) => [name, typeof value === 'string' ? value : undefined]),
      );
      // What is no text stays a marker, about which the rules say nothing.
      const warnings = rules(
        substituteDeferredIn(spec, ({ name }) => texts.get(name)),
        known.flatMap(({ path, value }) => textIssues(value, path)),
      ).map(formatIssue);
      for (const warning of warnings.filter((one) => !before.has(one))) void warnBeside(component, warning);
      return true;
    }),
  );
}

/** One that waits for nobody is not waited for: a program that has ended shows no error beside a component. */
function readyFor(
  component: pulumi.Resource,
  { parent, dependsOn }: pulumi.ResourceOptions,
): Promise<void> | undefined {
  return parent === undefined && dependsOn === undefined ? undefined : registered(component);
}

function textIssues(value: unknown, path: Path): Issue[] {
  return typeof value === 'string' ? [] : [typeIssue(value, path, 'a text')];
}
