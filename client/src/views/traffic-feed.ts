import { noRates, ratesOf, type Rates } from '../stack/figures/rates.ts';
import { createTrafficPoller, type Traffic, type TrafficPoller } from '../stack/traffic.ts';
import type { Lifetime } from './lifetime.ts';
import type { StackController } from './stack-controller.ts';

/** The stats of running stacks, asked once for all views that look, and only while one does. */
export interface TrafficFeed extends Lifetime {
  /** Once a second while the stack runs, until the answer is disposed of. */
  watch(stack: string, listener: TrafficListener): Lifetime;
}

export type TrafficListener = (traffic: Traffic, rates: Rates) => void;

interface Channel {
  readonly listeners: Set<TrafficListener>;
  readonly poller: TrafficPoller;
  rates: Rates;
}

export function createTrafficFeed(controller: StackController): TrafficFeed {
  const channels = new Map<string, Channel>();

  const runs = (stack: string) => controller.stateOf(stack).run === 'up';
  const open = (stack: string): Channel => {
    const channel: Channel = {
      listeners: new Set(),
      rates: noRates,
      poller: createTrafficPoller(
        () => (runs(stack) ? controller.stateOf(stack).plan : undefined),
        (traffic) => {
          channel.rates = ratesOf(channel.rates, traffic);
          for (const listener of channel.listeners) listener(traffic, channel.rates);
        },
      ),
    };
    channels.set(stack, channel);
    return channel;
  };
  const settle = (stack: string, channel: Channel) => {
    if (!runs(stack)) channel.rates = noRates;
    if (channel.listeners.size > 0 && runs(stack)) channel.poller.start();
    else channel.poller.stop();
  };
  const subscription = controller.onDidChange(() => {
    for (const [stack, channel] of channels) settle(stack, channel);
  });
  return {
    watch: (stack, listener) => {
      const channel = channels.get(stack) ?? open(stack);
      channel.listeners.add(listener);
      settle(stack, channel);
      return {
        dispose: () => {
          channel.listeners.delete(listener);
          settle(stack, channel);
        },
      };
    },
    dispose: () => {
      subscription.dispose();
      for (const { poller } of channels.values()) poller.stop();
    },
  };
}
