import type { SocketEnd } from '../../stack/graph.ts';
import type { RelatedPlace } from '../rule.ts';

/** The other end of a wire, for the related information of a finding. */
export function describeEnd({ socket }: SocketEnd): RelatedPlace {
  return {
    path: socket.path,
    span: socket.span,
    message: `${roleOf(socket.option)} ${socket.text}`,
  };
}

function roleOf(option: string): string {
  if (option.includes('subscription-server')) return 'The router takes subscriptions at';
  if (option.startsWith('fastrouter')) return 'The router takes requests at';
  return 'A worker listens at';
}
