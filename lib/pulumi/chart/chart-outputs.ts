import * as pulumi from '@pulumi/pulumi';
import { deferred } from '../../model/deferred';
import type { CapturedValue } from '../capture';

/** What cdk8s hands to a resolver: a value of an object, and how to replace it. */
export interface ChartValueContext {
  readonly value: unknown;
  /** Puts another value in its place. */
  replaceValue(value: unknown): void;
}

/**
 * Carries Outputs through a chart of cdk8s, which knows plain text only: by markers in the props of constructs, and as a
 * resolver of the app for Outputs that stand in `ApiObject`s themselves.
 * @example
 * const outputs = new ChartOutputs();
 * const app = new App({ resolvers: [outputs] });
 * const chart = new WebChart(app, 'web', { host: outputs.text('host', record.fqdn) });
 * new ChartObjects('web', { chart, outputs }, { provider });
 */
export class ChartOutputs {
  readonly #values = new Map<string, CapturedValue>();

  /**
   * A text that stands for an Output, alone or in a longer text. What cuts or transforms it damages it, which is an error.
   * @param name - what messages call it
   * @param output - the value
   */
  public text(name: string, output: pulumi.Input<string>): string {
    const marker = deferred(name, { known: 'deployment-run' });
    this.#values.set(name, { path: ['outputs', name], output: pulumi.output(output), late: true });
    return marker;
  }

  /**
   * Replaces an Output by its marker; cdk8s calls it for each value of each object.
   * @param context - the value
   */
  public resolve(context: ChartValueContext): void {
    if (!pulumi.Output.isInstance(context.value)) return;
    context.replaceValue(this.text(`output ${String(this.#values.size + 1)}`, context.value as pulumi.Output<string>));
  }

  /**
   * The values by the names of their markers.
   * @internal
   */
  public get values(): ReadonlyMap<string, CapturedValue> {
    return this.#values;
  }
}
